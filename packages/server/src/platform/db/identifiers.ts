import { AppError } from '../errors/app-error.ts'

const pattern = /^[a-z][a-z0-9_]{0,62}$/

/** A name of a table or column, quoted for SQL. Refuses everything outside the closed pattern. */
export function quoteName(name: string): string {
  if (!pattern.test(name)) throw new AppError('pack.bad_identifier', { id: name })
  return `"${name}"`
}

/** Text as an SQL literal, for the statements that take no parameters (COMMENT ON). */
export function quoteLiteral(text: string): string {
  return `'${text.replace(/\0/g, '').replace(/'/g, "''")}'`
}
