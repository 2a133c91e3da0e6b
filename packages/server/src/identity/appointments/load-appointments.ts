import { type GrantTime, isRoleId, type RoleId, type TenureTime } from '@eduduty/core/identity'
import type { Ctx } from '../../platform/ctx.ts'

export interface LoadedTenure extends TenureTime {
  readonly id: string
}

export interface LoadedGrant extends GrantTime {
  readonly id: string
}

/** Approved tenures and the approved grants of their posts, past and future. */
export interface Appointments {
  readonly tenures: readonly LoadedTenure[]
  readonly grants: readonly LoadedGrant[]
}

interface TenureRow {
  readonly tenure_id: string
  readonly person_id: string
  readonly post_id: string
  readonly since: string
  readonly until: string | null
}

interface GrantRow {
  readonly grant_id: string
  readonly post_id: string
  readonly role: string
  readonly since: string
  readonly until: string | null
}

interface WhoseAppointments {
  readonly county: string
  readonly persons: readonly string[]
  /** A post whose grants are wanted even if none of the persons has it. */
  readonly post: string
}

/** Everything that some persons hold through whatever post of the county. */
export async function loadAppointments(ctx: Ctx, { county, persons, post }: WhoseAppointments): Promise<Appointments> {
  const tenures = await ctx.db.run<TenureRow>(
    `select tenure_id, person_id, post_id, since::text as since, until::text as until
     from identity_tenures where county_code = $1 and status = 'approved' and person_id = any($2::text[])`,
    [county, persons],
  )
  return withGrants(ctx, county, tenures, [post])
}

/** Everything that anybody of the county holds. */
export async function loadAllAppointments(ctx: Ctx, county: string): Promise<Appointments> {
  const tenures = await ctx.db.run<TenureRow>(
    `select tenure_id, person_id, post_id, since::text as since, until::text as until
     from identity_tenures where county_code = $1 and status = 'approved'`,
    [county],
  )
  return withGrants(ctx, county, tenures, [])
}

/** Everything that makes anybody of the county an administrator (三员) whose account is in use. */
export async function loadAdministrators(ctx: Ctx, county: string, roles: readonly RoleId[]): Promise<Appointments> {
  const tenures = await ctx.db.run<TenureRow>(
    `select t.tenure_id, t.person_id, t.post_id, t.since::text as since, t.until::text as until
     from identity_tenures t
     join identity_accounts a on a.county_code = $1 and a.person_id = t.person_id and a.status = 'active'
     join organizations_posts o on o.county_code = $1 and o.post_id = t.post_id and o.closed_on is null
     where t.county_code = $1 and t.status = 'approved' and exists (
       select from identity_grants g where g.county_code = $1 and g.post_id = t.post_id and g.status = 'approved'
         and g.role = any($2::text[]))`,
    [county, roles],
  )
  return withGrants(ctx, county, tenures, [])
}

async function withGrants(
  ctx: Ctx,
  county: string,
  tenures: readonly TenureRow[],
  posts: readonly string[],
): Promise<Appointments> {
  const wanted = new Set([...posts, ...tenures.map((tenure) => tenure.post_id)])
  const grants = await ctx.db.run<GrantRow>(
    `select grant_id, post_id, role, since::text as since, until::text as until
     from identity_grants where county_code = $1 and status = 'approved' and post_id = any($2::text[])`,
    [county, [...wanted]],
  )
  return { tenures: tenures.map(tenureOf), grants: grants.flatMap(grantOf) }
}

function tenureOf(row: TenureRow): LoadedTenure {
  const { tenure_id: id, person_id: personId, post_id: postId, since, until } = row
  return { id, personId, postId, since, until: until ?? undefined }
}

function grantOf(row: GrantRow): LoadedGrant[] {
  const { grant_id: id, post_id: postId, role, since, until } = row
  return isRoleId(role) ? [{ id, postId, role, since, until: until ?? undefined }] : []
}
