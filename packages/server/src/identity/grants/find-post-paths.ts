import { dayOf } from '@eduduty/core/identity'
import type { OrgPath } from '@eduduty/core/organizations'
import type { Ctx } from '../../platform/ctx.ts'
import { inForce } from '../in-force.ts'

/** Where people stand today: their own unit, and the units of every post that they hold. */
export async function findPostPaths(
  ctx: Pick<Ctx, 'db' | 'now'>,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, readonly OrgPath[]>> {
  const rows = await ctx.db.run<{ person_id: string; org_path: string }>(
    `select p.person_id, p.org_path from identity_people p where p.person_id = any($2::text[]) and $1::date is not null
     union
     select t.person_id, t.org_path from identity_tenures t where t.person_id = any($2::text[]) and ${inForce('t', '$1')}`,
    [dayOf(ctx.now), personIds],
  )
  const paths = new Map<string, OrgPath[]>()
  for (const { person_id, org_path } of rows) paths.set(person_id, [...(paths.get(person_id) ?? []), org_path])
  return paths
}
