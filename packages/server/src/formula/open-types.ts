import { type CheckResult, check, known, type Value, type ValueType } from '@eduduty/core/formula'
import { type FormulaData, type Register, scopeOf } from './formula-data.ts'

const isDateText = (value: Value | undefined): boolean =>
  typeof value?.content === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value.content)

const toDate = (value: Value): Value =>
  typeof value.content === 'string' && isDateText(value) ? known({ date: value.content }) : value

const EMPTY: readonly ValueType[] = ['truth', 'text', 'date']

interface OpenName {
  readonly candidates: readonly ValueType[]
  /** The data with this name taken as a value of that type. */
  readonly as: (data: FormulaData, type: ValueType) => FormulaData
}

const candidatesFor = (type: ValueType | undefined, values: readonly (Value | undefined)[]): readonly ValueType[] => {
  if (type === undefined) return EMPTY
  return type === 'text' && values.length > 0 && values.every(isDateText) ? ['date'] : []
}

function retypeColumn(register: Register, column: string, type: ValueType): Register {
  const rows = register.rows.map((row) => {
    const value = row.get(column)
    return value && type === 'date' ? new Map(row).set(column, toDate(value)) : row
  })
  return { types: new Map(register.types).set(column, type), rows }
}

/** JSON cannot say everything: null has no type, and a date looks like text. */
function openNames(data: FormulaData): readonly OpenName[] {
  const scalars = [...data.values].map(
    ([name, { type, value }]): OpenName => ({
      candidates: candidatesFor(type, [value]),
      as: (now, chosen) => ({
        ...now,
        values: new Map(now.values).set(name, {
          type: chosen,
          value: value && chosen === 'date' ? toDate(value) : value,
        }),
      }),
    }),
  )
  const columns = [...data.registers].flatMap(([id, { types, rows }]) =>
    [...types].map(
      ([column, type]): OpenName => ({
        candidates: candidatesFor(
          type,
          rows.map((row) => row.get(column)).filter((value) => value !== undefined),
        ),
        as: (now, chosen) => {
          const register = now.registers.get(id)
          return register
            ? { ...now, registers: new Map(now.registers).set(id, retypeColumn(register, column, chosen)) }
            : now
        },
      }),
    ),
  )
  return [...scalars, ...columns].filter(({ candidates }) => candidates.length > 0)
}

/** A register without rows says nothing about its columns: every word of the formula may be one. */
function withFormulaWords(data: FormulaData, formula: string): FormulaData {
  const words = [...formula.matchAll(/[\p{L}_][\p{L}\p{N}_]*/gu)].map(([word]) => word)
  const names = words.filter((word) => !data.values.has(word) && !data.registers.has(word))
  const registers = [...data.registers].map(([id, register]): [string, Register] =>
    register.rows.length > 0
      ? [id, register]
      : [id, { rows: [], types: new Map(names.map((name) => [name, undefined])) }],
  )
  return { ...data, registers: new Map(registers) }
}

/** Checks a formula, taking what the data leaves open as the type that fits the formula best. */
export function checkWithOpenTypes(formula: string, given: FormulaData): CheckResult & { readonly data: FormulaData } {
  let data = withFormulaWords(given, formula)
  let best = check(formula, scopeOf(data))
  for (const { candidates, as } of openNames(data)) {
    if (best.expression) break
    for (const type of candidates) {
      const attempt = as(data, type)
      const result = check(formula, scopeOf(attempt))
      if (result.problems.length >= best.problems.length) continue
      data = attempt
      best = result
    }
  }
  return { ...best, data }
}
