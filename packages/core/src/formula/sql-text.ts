import type { Rational } from './rational.ts'
import { toPair } from './rational.ts'
import { toDecimal } from './rational-text.ts'

/** Why the database cannot compute something exactly; the JavaScript back end then does. */
export class NotInSql extends Error {
  readonly reason: string
  constructor(reason: string) {
    super(reason)
    this.reason = reason
  }
}

/** How a part can lack a value. `nullable`: its SQL is NULL exactly when 未报; `explicit`: `sql` gives 0 known, 1 未报, 2 不适用, 3 错误. */
export type SqlStatus = { readonly mode: 'never' | 'nullable' } | { readonly mode: 'explicit'; readonly sql: string }

export const NEVER: SqlStatus = { mode: 'never' }
export const NULLABLE: SqlStatus = { mode: 'nullable' }
export const explicit = (sql: string): SqlStatus => ({ mode: 'explicit', sql })

/** Positive denominator of a number; `fixed` when it is the same in every row. */
export interface Denominator {
  readonly sql: string
  readonly fixed: bigint | undefined
}
const UNIT_DENOMINATOR: Denominator = { sql: '1::numeric', fixed: 1n }

/** A part of a row expression. `value` is NULL exactly when the status is not 0; a number is value ÷ denominator. */
export interface SqlPart {
  readonly value: string
  readonly under: Denominator
  readonly status: SqlStatus
  /** The number itself when it is the same in every row. */
  readonly constant?: Rational
  /** The same without a cast, for comparing and testing for NULL: the database's native types are faster there. */
  readonly bare?: string
}

/** Generated text beyond this is left to JavaScript: nested conditions repeat their parts. */
const MAX_TEXT = 20_000

export function part(value: string, status: SqlStatus, under: Denominator = UNIT_DENOMINATOR): SqlPart {
  const length = value.length + under.sql.length + (status.mode === 'explicit' ? status.sql.length : 0)
  if (length > MAX_TEXT) throw new NotInSql('生成的 SQL 过长')
  return { value, under, status }
}

export const quoteIdentifier = (name: string): string => `"${name.replaceAll('"', '""').replaceAll('\0', '')}"`

export function quoteText(text: string): string {
  if (text.includes('\0')) throw new NotInSql('文字里有空字符')
  return text.includes('\\')
    ? `E'${text.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`
    : `'${text.replaceAll("'", "''")}'`
}

export const integer = (n: bigint): string => (n < 0n ? `(${n})::numeric` : `${n}::numeric`)

export function numberPart(value: Rational): SqlPart {
  const decimal = toDecimal(value)
  if (decimal !== undefined) {
    const bare = decimal.startsWith('-') ? `(${decimal})` : decimal
    return { ...part(`${bare}::numeric`, NEVER), constant: value, bare }
  }
  const { n, d } = toPair(value)
  return { ...part(integer(n), NEVER, { sql: integer(d), fixed: d }), constant: value }
}

export function statusSql({ value, bare, status }: SqlPart): string {
  switch (status.mode) {
    case 'never':
      return '0'
    case 'nullable':
      return `CASE WHEN ${bare ?? value} IS NULL THEN 1 ELSE 0 END`
    case 'explicit':
      return status.sql
  }
}

export const greatest = (statuses: readonly string[]): string => {
  const distinct = [...new Set(statuses.filter((status) => status !== '0'))]
  return distinct.length > 1 ? `GREATEST(${distinct.join(', ')})` : (distinct[0] ?? '0')
}

/** Status of an operation that is NULL as soon as one operand is. */
export function strictStatus(parts: readonly SqlPart[]): SqlStatus {
  if (parts.every(({ status }) => status.mode === 'never')) return NEVER
  if (parts.every(({ status }) => status.mode !== 'explicit')) return NULLABLE
  return explicit(greatest(parts.map(statusSql)))
}

/** Test that the status is `level`, or undefined when it never can be. */
export function statusIs({ value, bare, status }: SqlPart, level: 1 | 2 | 3): string | undefined {
  switch (status.mode) {
    case 'never':
      return undefined
    case 'nullable':
      return level === 1 ? `${bare ?? value} IS NULL` : undefined
    case 'explicit':
      return `${status.sql} = ${level}`
  }
}
