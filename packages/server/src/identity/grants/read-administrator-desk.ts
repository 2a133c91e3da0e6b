import {
  type AdministratorDesk,
  dayOf,
  findExclusion,
  type GrantInForce,
  isRoleId,
  type RoleId,
  roles,
} from '@eduduty/core/identity'
import { unitNameOn } from '../../organizations/index.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { countiesIn } from '../../platform/db/counties-in.ts'
import { inForce } from '../in-force.ts'
import { shownName } from '../people/present-person.ts'
import { readSettings } from '../settings/read-settings.ts'
import { accessRows, allRoles } from './access-rows.ts'
import { recentChanges } from './recent-changes.ts'
import { waitingSecrets } from './waiting-secrets.ts'

type Duty = AdministratorDesk['duties'][number]
type Waiting = Duty['waits'][number]

/** Who the three administrators are, whether they are kept apart, what waits for each and what changed last. */
export async function readAdministratorDesk(ctx: Ctx, viewer: readonly GrantInForce[]): Promise<AdministratorDesk> {
  const settings = await readSettings(ctx.db)
  const administrators = allRoles.filter((role) => roles[role].duty !== 'business')
  const wanted = { roles: administrators, condition: 'true', parameters: [] }
  const held = await accessRows(ctx, wanted, viewer)
  const waits = await readWaits(ctx, viewer)
  const duties = (['system', 'security', 'audit'] as const).map((duty) => ({
    duty,
    people: held
      .filter((row) => roles[row.role].duty === duty)
      .map(({ person_name: name, post_title, unit_name, account }) => ({ name, post_title, unit_name, account })),
    waits: waits[duty],
  }))
  const { administrators_apart: apart, second_approval } = settings
  const meetings = await readMeetings(ctx, administrators, viewer)
  const secrets = await waitingSecrets(ctx, viewer)
  return { apart, second_approval, meetings, duties, secrets, changes: await recentChanges(ctx, viewer) }
}

interface Named {
  readonly kind: keyof typeof waitOf
  readonly name: string
  readonly org_path: string | null
  /** Unit, and post where one is spoken of. */
  readonly place: string
}

const place = (unit: string, row: string): string => unitNameOn(`${row}.county_code`, unit, '$3::date')

const waitOf = {
  account_missing: 'system',
  secret_missing: 'security',
  tenure: 'security',
  grant: 'security',
} as const

async function readWaits(ctx: Ctx, viewer: readonly GrantInForce[]): Promise<Record<Duty['duty'], Waiting[]>> {
  const rows = await ctx.db.run<Named>(
    `select 'tenure' as kind, p.name, p.org_path, ${place('o.unit_id', 'o')} || ' ' || o.title as place
       from identity_tenures t
       join identity_people p on p.county_code = t.county_code and p.person_id = t.person_id
       join organizations_posts o on o.county_code = t.county_code and o.post_id = t.post_id
       where t.status = 'proposed' and ($1::text[] is null or t.county_code = any($1))
     union all select 'grant', o.title, null, ${place('o.unit_id', 'o')} from identity_grants g
       join organizations_posts o on o.county_code = g.county_code and o.post_id = g.post_id
       where g.status = 'proposed' and ($1::text[] is null or g.county_code = any($1))
     union all select 'secret_missing', p.name, p.org_path, ${place('p.unit_id', 'p')} from identity_accounts a
       join identity_people p on p.county_code = a.county_code and p.person_id = a.person_id
       where a.status = 'waiting' and coalesce(a.secret_expires_at, '-infinity') <= $2
         and ($1::text[] is null or a.county_code = any($1))
     union all select distinct 'account_missing', p.name, p.org_path, ${place('p.unit_id', 'p')} from identity_people p
       join identity_tenures t on t.county_code = p.county_code and t.person_id = p.person_id and ${inForce('t', '$3::date')}
       left join identity_accounts a on a.county_code = p.county_code and a.person_id = p.person_id
       where a.person_id is null and ($1::text[] is null or p.county_code = any($1))`,
    [countiesIn(ctx.scopes), ctx.now, dayOf(ctx.now)],
  )
  const waits: Record<Duty['duty'], Waiting[]> = { system: [], security: [], audit: await readDenials(ctx) }
  for (const [kind, duty] of Object.entries(waitOf)) {
    const own = rows.filter((row) => row.kind === kind)
    const subjects = own
      .slice(0, 5)
      .map(({ name, org_path, place: where }) =>
        org_path === null ? `${where} ${name}` : `${shownName({ name, org_path }, viewer)}（${where}）`,
      )
    if (own.length > 0) waits[duty].push({ kind, count: own.length, subjects })
  }
  return waits
}

async function readDenials({ db, scopes, now }: Ctx): Promise<Waiting[]> {
  const week = new Date(now.getTime() - 7 * 24 * 3_600_000)
  const [row] = await db.run<{ count: number }>(
    `select count(*) as count from audit_events where result = 'denied' and occurred_at >= $2
       and ($1::text[] is null or county_code = any($1))`,
    [countiesIn(scopes), week],
  )
  const count = row?.count ?? 0
  return count === 0 ? [] : [{ kind: 'denials', count, subjects: [] }]
}

/** People in whom roles meet that exclude each other: possible only where they are not kept apart. */
async function readMeetings(
  ctx: Ctx,
  administrators: readonly RoleId[],
  viewer: readonly GrantInForce[],
): Promise<AdministratorDesk['meetings']> {
  const rows = await ctx.db.run<{ name: string; org_path: string; roles: readonly string[] }>(
    `select p.name, p.org_path, jsonb_agg(distinct g.role) as roles
     from identity_people p
     join identity_tenures t on t.county_code = p.county_code and t.person_id = p.person_id and ${inForce('t', '$1::date')}
     join identity_grants g on g.county_code = t.county_code and g.post_id = t.post_id and ${inForce('g', '$1::date')}
     where ($3::text[] is null or p.county_code = any($3))
     group by p.county_code, p.person_id, p.name, p.org_path having bool_or(g.role = any($2::text[]))`,
    [dayOf(ctx.now), administrators, countiesIn(ctx.scopes)],
  )
  return rows.flatMap((row) => {
    const held = row.roles.filter(isRoleId)
    if (findExclusion(held, { apart: true }) === undefined) return []
    return [{ person_name: shownName(row, viewer), role_titles: held.map((role) => roles[role].title) }]
  })
}
