import { dayOf } from '@eduduty/core/identity'
import type { Ctx } from '../../platform/ctx.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { readSettings } from '../settings/read-settings.ts'

/**
 * Takes one of today's reveals from the actor and gives how many are left. Counted where the actor belongs, whichever
 * part of the tree is looked at. Errors: `identity.reveal_quota`.
 */
export async function spendReveal({ db, actor, now }: Ctx): Promise<number> {
  const { reveals_per_day: limit } = await readSettings(db)
  const [spent] = await db.run<{ reveals: number }>(
    `insert into identity_reveal_counts as c (county_code, person_id, day, reveals, org_path) values ($1, $2, $3, 1, $4)
     on conflict (county_code, person_id, day) do update set reveals = c.reveals + 1 where c.reveals < $5
     returning reveals`,
    [actor.county, actor.id, dayOf(now), actor.path, limit],
  )
  if (spent === undefined) throw new AppError('identity.reveal_quota', { limit })
  return limit - spent.reveals
}
