import type { Ctx } from '../platform/ctx.ts'

export type EndReason = 'signed_out' | 'replaced' | 'ended_by_administrator' | 'expired' | 'account_changed'

interface Which {
  readonly county: string
  readonly personId: string
  readonly reason: EndReason
  /** Only these; absent = all of the person. */
  readonly hashes?: readonly string[]
  readonly except?: string
}

/** Ends sessions of a person that still last; gives how many. The audit event is the caller's. */
export async function endSessions({ db, now }: Ctx, which: Which): Promise<number> {
  if (which.hashes?.length === 0) return 0
  let query = db.kysely
    .updateTable('identity_sessions')
    .set({ ended_at: now, end_reason: which.reason })
    .where('county_code', '=', which.county)
    .where('person_id', '=', which.personId)
    .where('ended_at', 'is', null)
  if (which.hashes !== undefined) query = query.where('session_hash', 'in', which.hashes)
  if (which.except !== undefined) query = query.where('session_hash', '<>', which.except)
  const { numUpdatedRows } = await query.executeTakeFirst()
  return Number(numUpdatedRows)
}
