import type { Queries } from './database.ts'

const wait = {
  alone: 'select pg_advisory_xact_lock(hashtextextended($1, 0))',
  together: 'select pg_advisory_xact_lock_shared(hashtextextended($1, 0))',
} as const

/**
 * Until the transaction ends nobody else holds the lock of this name: what was checked under it stays true until it is kept.
 * `name` says what is locked and then of whom: `units 990101`. `together`: beside others who hold it together too.
 */
export async function holdLock(db: Queries, name: string, how: keyof typeof wait = 'alone'): Promise<void> {
  await db.run(wait[how], [`eduduty ${name}`])
}
