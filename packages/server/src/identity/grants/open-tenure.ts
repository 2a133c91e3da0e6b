import { randomUUID } from 'node:crypto'
import type { Outcome, TenureTime } from '@eduduty/core/identity'
import type { Ctx } from '../../platform/ctx.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { getPerson } from '../people/get-person.ts'
import { readSettings } from '../settings/read-settings.ts'
import { assertKeptApart } from './assert-kept-apart.ts'
import { assertPeriod } from './assert-period.ts'
import { assertPostFree } from './assert-post-free.ts'
import { getOpenPost } from './get-open-post.ts'
import { startTenure } from './start-tenure.ts'

export interface NewTenure extends TenureTime {
  readonly county: string
  readonly kind: 'holder' | 'substitute'
  readonly reason: string
  /** Tenure that ends when this one begins. */
  readonly replaces?: string
  /** Name of whoever held that one. */
  readonly former?: string
}

/** Proposes a tenure, or brings it into force where no second approval is asked for. Under the lock of appointments. */
export async function openTenure(ctx: Ctx, tenure: NewTenure): Promise<Outcome> {
  const { county, kind, reason, replaces, former, postId, personId } = tenure
  assertPeriod(ctx, tenure)
  const post = await getOpenPost(ctx, county, postId)
  const person = await getPerson(ctx, { county, personId })
  if (ctx.actor.id === personId) throw new AppError('identity.own_post')
  if (kind === 'holder') await assertPostFree(ctx, post, tenure)
  await assertKeptApart(ctx, { county, tenure, replaces })
  const status = (await readSettings(ctx.db)).second_approval ? 'proposed' : 'approved'
  const id = randomUUID()
  const row = { county_code: county, tenure_id: id, post_id: postId, person_id: personId, kind, since: tenure.since }
  const made = { status, reason, proposed_by: ctx.actor.id, proposed_at: ctx.now, org_path: post.path }
  await ctx.db.kysely
    .insertInto('identity_tenures')
    .values({ ...row, ...made, until: tenure.until ?? null, replaces_id: replaces ?? null })
    .execute()
  if (status === 'approved') await startTenure(ctx, { county, tenure, replaces })
  ctx.audit({
    action: replaces === undefined ? 'identity.propose_tenure' : 'identity.hand_over',
    subject: `${former === undefined ? '' : `${former} → `}${person.name} ${post.unitName} ${post.title}`,
    reason,
    detail: { tenure: id, kind, since: tenure.since, until: tenure.until ?? '', status, replaces: replaces ?? '' },
  })
  return { id, status }
}
