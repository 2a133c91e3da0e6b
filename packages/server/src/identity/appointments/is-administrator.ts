import { dayOf, isRoleId, roles } from '@eduduty/core/identity'
import { areaPath } from '@eduduty/core/organizations'
import { notOver, openOn } from '../../organizations/index.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { reaching } from '../../platform/db/reaching.ts'
import type { PersonKey } from '../people/person-key.ts'

/** The roles of the three administrators (三员). */
export const administratorRoles = Object.keys(roles)
  .filter(isRoleId)
  .filter((id) => roles[id].duty !== 'business')

/** SQL for a person who is one of the three administrators on day `$1`, or will be. `$2`: their roles. */
export const administering = (county: string, person: string): string => `exists (
  select from identity_tenures t
  join identity_grants g on g.county_code = t.county_code and g.post_id = t.post_id
    and g.status = 'approved' and g.role = any ($2::text[]) and ${notOver('g', '$1::date')}
  join organizations_posts o on o.county_code = t.county_code and o.post_id = t.post_id and ${openOn('o', '$1::date')}
  where t.county_code = ${county} and t.person_id = ${person} and t.status = 'approved' and ${notOver('t', '$1::date')})`

/** Whether somebody is one of the three administrators or soon will be, in whatever unit of their county. */
export function isAdministrator(ctx: Ctx, { county, personId }: PersonKey): Promise<boolean> {
  return reaching(ctx, [areaPath(county)], async () => {
    const [row] = await ctx.db.run<{ is: boolean }>(`select ${administering('$3', '$4')} as is`, [
      dayOf(ctx.now),
      administratorRoles,
      county,
      personId,
    ])
    return row?.is === true
  })
}
