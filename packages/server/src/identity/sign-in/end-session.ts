import type { Ctx } from '../../platform/ctx.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { endSessions } from '../end-sessions.ts'

interface Which {
  readonly county: string
  readonly session: string
}

/** Ends somebody's session within the caller's reach. Errors: `identity.session_not_found`. */
export async function endSession(ctx: Ctx, { county, session }: Which, reason: string): Promise<void> {
  const found = await ctx.db.kysely
    .selectFrom('identity_sessions as session')
    .innerJoin('identity_people as person', (join) =>
      join.onRef('person.county_code', '=', 'session.county_code').onRef('person.person_id', '=', 'session.person_id'),
    )
    .select(['session.person_id', 'person.name'])
    .where('session.county_code', '=', county)
    .where('session.session_hash', '=', session)
    .executeTakeFirst()
  if (found === undefined) throw new AppError('identity.session_not_found')
  const { person_id: personId, name } = found
  const which = { county, personId, reason: 'ended_by_administrator', hashes: [session] } as const
  if ((await endSessions(ctx, which)) === 0) throw new AppError('identity.session_not_found')
  ctx.audit({ action: 'identity.end_session', subject: name, reason, detail: { person: personId } })
}
