import { columnsReadIn, type PackPlan } from '../../evaluation/index.ts'

/**
 * Columns of a register that the comparison of one of its cells with peers stands on: the cell, what it is divided by,
 * and what makes units alike. All of them where a whole form is compared.
 */
export function outlierColumns(plan: PackPlan, register: string, column: string | undefined): ReadonlySet<string> {
  const all = plan.register(register)?.columns.map(({ id }) => id) ?? []
  if (column === undefined) return new Set(all)
  const rules = (plan.pack.outliers ?? []).filter((rule) => rule.register === register)
  const formulas = rules.flatMap(({ peers, size, compare }) => {
    const own = compare.filter((one) => one.column === column)
    if (own.length === 0) return []
    const bases = own.flatMap(({ per }) => (per === undefined ? [] : [per.formula]))
    return [...bases, ...peers.map(({ formula }) => formula), ...(size === undefined ? [] : [size.formula])]
  })
  const read = columnsReadIn(plan, { register }, formulas)
  return new Set(all.filter((id) => id === column || read.has(`${register}.${id}`)))
}
