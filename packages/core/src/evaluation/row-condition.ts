import { type ConditionSql, check, filterSql } from '../formula/index.ts'
import { COUNTY } from './grains.ts'
import type { PackPlan } from './plan.ts'

/**
 * A condition on single rows of a register as SQL over its columns, so that the database can pick the rows. `unsupported`
 * says what of it looks beyond the row, or is wrong.
 */
export function rowConditionSql(plan: PackPlan, register: string, condition: string): ConditionSql {
  const ending = condition.includes('#') ? '\n' : ''
  const counted = `计数(${register}[${condition}${ending}])`
  const { expression, problems } = check(counted, plan.scope(COUNTY), { zeroDenominator: 'not_applicable' })
  const [first] = problems
  if (expression === undefined || first !== undefined) return { unsupported: first?.message ?? condition }
  return filterSql(expression)
}
