import { AppError } from '../../../platform/errors/app-error.ts'
import type { Acting } from '../../acting.ts'
import type { Line } from '../words-before.ts'

type Keys = Readonly<Record<string, string | number>>
/** A column, as it should be, and what people call it; without a name it is not told, as an id. */
export type Wanted = readonly [column: string, value: string | number | null, name?: string]

/** Writes columns of one row as they should be, and gives how they were. Errors: `duties.record_not_found`. */
export async function overwrite(
  { ctx }: Acting,
  table: string,
  keys: Keys,
  wanted: readonly Wanted[],
): Promise<readonly Line[]> {
  const named = wanted.filter(([, , name]) => name !== undefined)
  const where = Object.keys(keys).map((key, at) => `${key} = $${at + 1}`)
  const [held] = await ctx.db.run<Readonly<Record<string, string | null>>>(
    `select ${named.map(([column]) => `${column}::text as ${column}`).join(', ')} from ${table} where ${where.join(' and ')}`,
    Object.values(keys),
  )
  if (held === undefined) throw new AppError('duties.record_not_found')
  const set = wanted.map(([column], at) => `${column} = $${where.length + at + 1}`)
  await ctx.db.run(`update ${table} set ${set.join(', ')} where ${where.join(' and ')}`, [
    ...Object.values(keys),
    ...wanted.map(([, value]) => value),
  ])
  return named.map(([column, value, name = '']) => [name, held[column] ?? '', String(value ?? '')])
}
