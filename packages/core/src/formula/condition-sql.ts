import { aggregatesOf, type Expression } from './ir.ts'
import { rowSql } from './sql-row.ts'
import { NotInSql } from './sql-text.ts'

/** A condition as SQL that is true, false or NULL over the columns of its register, or what of it SQL cannot tell. */
export type ConditionSql = { readonly sql: string } | { readonly unsupported: string }

/** The condition of the first aggregate of a checked formula: `计数(名册[条件])`. */
export function filterSql({ node }: Expression): ConditionSql {
  const filter = aggregatesOf(node)[0]?.filter
  if (filter === undefined) return { sql: 'TRUE' }
  try {
    return { sql: rowSql(filter, {}).value }
  } catch (cause) {
    if (cause instanceof NotInSql) return { unsupported: cause.message }
    throw cause
  }
}
