import { dayOf } from '@eduduty/core/identity'
import { notOver } from '../../organizations/index.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { keepEnd } from '../appointments/appointment-rows.ts'
import { assertAdministratorsStay } from '../appointments/assert-administrators-stay.ts'
import type { PersonKey } from './person-key.ts'

/**
 * Ends today what a person holds, or is proposed to hold, in one unit, or everywhere in the county; gives how many. Under
 * the lock of appointments. Errors: `identity.last_administrator`.
 */
export async function endPostsOf(ctx: Ctx, { county, personId }: PersonKey, unit?: string): Promise<number> {
  const today = dayOf(ctx.now)
  const held = await ctx.db.run<{ tenure_id: string }>(
    `select t.tenure_id from identity_tenures t
     join organizations_posts o on o.county_code = $1 and o.post_id = t.post_id and ($3::text is null or o.unit_id = $3)
     where t.county_code = $1 and t.person_id = $2 and t.status in ('approved', 'proposed')
       and ${notOver('t', '$4')}`,
    [county, personId, unit ?? null, today],
  )
  for (const { tenure_id: id } of held) {
    await assertAdministratorsStay(ctx, county, { ends: { id, on: today } })
    await keepEnd(ctx, { kind: 'tenure', county, id }, today)
  }
  return held.length
}
