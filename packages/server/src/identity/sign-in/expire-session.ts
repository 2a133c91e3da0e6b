import type { Ctx } from '../../platform/ctx.ts'

export interface SessionKey {
  readonly county: string
  readonly hash: string
}

/** Ends a session that nobody used for too long or that has lasted its time. Of two requests at once, one does it. */
export async function expireSession(ctx: Ctx, key: SessionKey, name: string): Promise<void> {
  const ended = await ctx.db.kysely
    .updateTable('identity_sessions')
    .set({ ended_at: ctx.now, end_reason: 'expired' })
    .where('county_code', '=', key.county)
    .where('session_hash', '=', key.hash)
    .where('ended_at', 'is', null)
    .returning('person_id')
    .executeTakeFirst()
  if (ended !== undefined) ctx.audit({ action: 'identity.end_session', subject: name, reason: '超时' })
}
