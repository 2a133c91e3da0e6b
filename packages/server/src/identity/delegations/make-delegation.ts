import { randomUUID } from 'node:crypto'
import { dayAfter, dayOf, type GrantInForce, type NewDelegation, passOn } from '@eduduty/core/identity'
import type { Ctx } from '../../platform/ctx.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { listColleagues } from './list-delegations.ts'

/**
 * Hands the to-dos of whoever acts to a colleague for some days; `own` is what their own posts allow. Errors:
 * `identity.delegate_unknown`, `identity.delegation_days`, `identity.delegation_empty`, `identity.delegation_twice`,
 * `identity.reason_missing`.
 */
export async function makeDelegation(ctx: Ctx, own: readonly GrantInForce[], body: NewDelegation): Promise<void> {
  const { db, actor, now } = ctx
  const reason = body.reason.trim()
  if (reason === '') throw new AppError('identity.reason_missing')
  if (body.since < dayOf(now) || body.last < body.since) throw new AppError('identity.delegation_days')
  const colleague = (await listColleagues(ctx)).find(({ person }) => person === body.delegate)
  if (colleague === undefined) throw new AppError('identity.delegate_unknown')
  if (passOn(own, colleague.grants).grants.length === 0)
    throw new AppError('identity.delegation_empty', { name: colleague.name })
  const until = dayAfter(body.last)
  // One after the other: two at once would both find the days free.
  await db.run('select from identity_people where county_code = $1 and person_id = $2 for update', [
    actor.county,
    actor.id,
  ])
  const [other] = await db.run<{ delegate_name: string }>(
    `select delegate_name from identity_delegations where county_code = $1 and giver_id = $2 and withdrawn_at is null
     and since < $4 and until > $3 limit 1`,
    [actor.county, actor.id, body.since, until],
  )
  if (other !== undefined) throw new AppError('identity.delegation_twice', { name: other.delegate_name })
  await db.kysely
    .insertInto('identity_delegations')
    .values({
      county_code: actor.county,
      delegation_id: randomUUID(),
      org_path: actor.path,
      giver_id: actor.id,
      giver_name: actor.name,
      delegate_id: colleague.person,
      delegate_name: colleague.name,
      since: body.since,
      until,
      reason,
      made_at: now,
    })
    .execute()
  ctx.audit({
    action: 'identity.delegate',
    subject: `${actor.name} → ${colleague.name}`,
    reason,
    detail: { since: body.since, until },
  })
}
