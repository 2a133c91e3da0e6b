import type { ReadingPlan } from '@eduduty/core/collection'
import type { Column } from '@eduduty/core/packs'
import { quoteName } from '../../platform/db/identifiers.ts'
import { isSealed, registerColumnName } from '../../platform/db/registers/register-table.ts'
import type { CellGuard } from './cell-guard.ts'
import type { RegisterTable } from './register-table-of.ts'

/** Which rows of a register are looked for. */
export interface RowSearch {
  /** Words that all must stand in a row, each in any of its texts or codes; of a sealed column the whole number. */
  readonly text: string
  /** Only rows with a finding or with refused cells, of this task. */
  readonly problemsOf?: string | undefined
}

/** A condition on the rows of a register, with its values; `first` is the number of its first parameter. */
export type RowCondition = (first: number) => {
  readonly sql: string
  readonly values: readonly (string | readonly string[])[]
}

export const everyRow: RowCondition = () => ({ sql: '', values: [] })

const MOST_WORDS = 5

interface Matching {
  readonly table: RegisterTable
  readonly guard: CellGuard | undefined
  readonly codes: ReadingPlan['codes']
}

/** The rows that a search means. */
export function matchRows(matching: Matching, { text, problemsOf }: RowSearch): RowCondition {
  const words = text
    .split(/\s+/)
    .filter((word) => word !== '')
    .slice(0, MOST_WORDS)
  return (first) => {
    const values: (string | readonly string[])[] = []
    const put = (value: string | readonly string[]): string => `$${first + values.push(value) - 1}`
    const parts = words.map((word) => wordCondition(matching, word, put))
    if (problemsOf !== undefined) {
      const task = put(problemsOf)
      parts.push(`(row_no in (select f.row_no from collection_findings f where f.county_code = $1 and f.task_id = ${task})
        or coalesce(refused->'cells', '{}'::jsonb) <> '{}'::jsonb)`)
    }
    return { sql: parts.map((part) => ` and ${part}`).join(''), values }
  }
}

function wordCondition(
  { table, guard, codes }: Matching,
  word: string,
  put: (value: string | readonly string[]) => string,
): string {
  let like: string | undefined
  const options = table.register.columns.flatMap((column): string[] => {
    const name = quoteName(registerColumnName(column.id))
    if (guard !== undefined && isSealed(column))
      return [`split_part(${name}, ':', 1) = ${put(guard.find(column, word))}`]
    if (column.type === 'code') {
      const chosen = codesLike(codes, column, word)
      return chosen.length === 0 ? [] : [`${name} = any(${put(chosen)}::text[])`]
    }
    if (column.type !== 'text') return []
    like ??= put(`%${word.replace(/[\\%_]/g, '\\$&')}%`)
    return [`${name} ilike ${like}`]
  })
  return options.length === 0 ? 'false' : `(${options.join(' or ')})`
}

function codesLike(codes: ReadingPlan['codes'], column: Column, word: string): readonly string[] {
  const list = codes.get(column.codes ?? '')?.list.codes ?? []
  return list.filter(({ title, code }) => title.includes(word) || code === word).map(({ code }) => code)
}
