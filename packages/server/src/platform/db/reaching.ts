import { isWithin, type OrgPath } from '@eduduty/core/organizations'
import { rangeOf } from './confined.ts'
import type { Queries } from './database.ts'

interface OwnReach {
  readonly db: Queries
  readonly scopes: readonly OrgPath[]
}

/**
 * Inside a writing transaction: `work` reaches rows at or below `scopes`, whatever its caller reaches. Only for what the
 * system itself has to know or to carry along; what it finds is not for the caller's eyes.
 */
export async function reaching<T>(own: OwnReach, scopes: readonly OrgPath[], work: () => Promise<T>): Promise<T> {
  const reaches = scopes.every((scope) => own.scopes.some((one) => isWithin(scope, one)))
  if (reaches && scopes.length === 1) return work()
  await setReach(own.db, scopes)
  const result = await work()
  // When `work` fails, so does the transaction: nothing is left to be confined.
  await setReach(own.db, own.scopes)
  return result
}

/** SET LOCAL of all four at once: every statement is a message to the engine and back. */
async function setReach(db: Queries, scopes: readonly OrgPath[]): Promise<void> {
  const { role, from, to, list } = rangeOf(scopes)
  await db.run(
    `select set_config('role', $1, true), set_config('app.scope_from', $2, true), set_config('app.scope_to', $3, true),
       set_config('app.scopes', $4, true)`,
    [role, from, to, list],
  )
}
