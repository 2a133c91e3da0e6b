import { dayOf, type GrantInForce, isRoleId, type RoleId } from '@eduduty/core/identity'
import { areaPath, type OrgPath } from '@eduduty/core/organizations'
import type { LightMyRequestResponse } from 'fastify'
import {
  accessRoutes,
  addAccount,
  addPerson,
  decideGrant,
  decideTenure,
  grantRoutes,
  type PersonKey,
  peopleRoutes,
  proposeGrant,
  proposeTenure,
} from '../../src/identity/index.ts'
import { openPost, openUnit } from '../../src/organizations/index.ts'
import { type Ctx, systemCaller } from '../../src/platform/ctx.ts'
import type { Database } from '../../src/platform/db/database.ts'
import type { Door } from '../../src/platform/door.ts'
import type { SignedIn } from '../../src/platform/http/access.ts'
import type { App } from '../../src/platform/http/app-type.ts'
import { createApp } from '../../src/platform/http/create-app.ts'
import { noFiles, testDoor, testKeyring } from '../harness/doors.ts'

export const province = '99/'
export const cityCode = '990100'
export const cityPath: OrgPath = areaPath(cityCode)
export const countyA = '990101'
export const countyB = '990102'

export interface Appointed extends PersonKey {
  readonly name: string
  readonly post: string
  readonly tenure: string
  readonly grant: string
  readonly path: OrgPath
}

export interface PeopleWorld {
  readonly db: Database
  readonly door: Door
  readonly app: App
  now: Date
}

/** Two counties of one city with a bureau, a township and two schools each. */
export async function peopleWorld(db: Database, { unitsPresent = false } = {}): Promise<PeopleWorld> {
  const clock = { now: new Date('2026-11-25T02:00:00Z') }
  const door = testDoor(db, () => clock.now)
  const deps = { db, door, clock: () => clock.now, keyring: testKeyring(), files: noFiles }
  const identify = async ({ headers }: { headers: Readonly<Record<string, unknown>> }) => {
    const [county, id] = String(headers['x-test-person'] ?? '').split('/')
    return county === undefined || id === undefined ? undefined : signedInAs(db, county, id, clock.now)
  }
  const app = await createApp({ deps: { ...deps, identify }, routes: [peopleRoutes, grantRoutes, accessRoutes] })
  const world: PeopleWorld = Object.assign(clock, { db, door, app })
  if (unitsPresent) return world
  await asSystem(world, async (ctx) => {
    for (const code of [cityCode, countyA, countyB]) await openUnits(ctx, code)
  })
  return world
}

async function openUnits(ctx: Ctx, code: string): Promise<void> {
  const root = areaPath(code)
  const open = (unitId: string, kind: 'department' | 'township' | 'school', name: string, parentPath: OrgPath) =>
    openUnit(ctx, { unitId, kind, name, parentPath, openedOn: '2010-01-01' })
  const government = { kind: 'government', name: `${code}人民政府`, code, openedOn: '2010-01-01' } as const
  await openUnit(ctx, { ...government, parentPath: undefined })
  await open('D01', 'department', `${code}教育局`, root)
  if (code === cityCode) return
  await open('D02', 'department', `${code}财政局`, root)
  await open('T01', 'township', `${code}石桥镇`, root)
  await open('S001', 'school', `${code}中心小学`, `${root}T01/`)
  await open('S002', 'school', `${code}实验小学`, `${root}T01/`)
}

/** The system at work everywhere in the city; `second`: its other hand, for second approvals. */
export function asSystem<T>(world: PeopleWorld, work: (ctx: Ctx, second: Ctx) => Promise<T>): Promise<T> {
  const caller = systemCaller('测试', { scopes: [cityPath], county: cityCode, path: cityPath })
  return world.door.write(caller, (ctx) => work(ctx, { ...ctx, actor: { ...ctx.actor, id: 'system_second' } }))
}

export interface NewAppointment {
  readonly county?: string
  readonly unit: string
  readonly role: RoleId
  /** Absent: the whole county. */
  readonly scope?: OrgPath
  readonly name?: string
  readonly id_number?: string
  readonly phone?: string
}

let serial = 0

/** A person with an account in use, a post of their own and one role. */
export function appoint(world: PeopleWorld, wanted: NewAppointment): Promise<Appointed> {
  const { county = countyA, unit, role, scope = areaPath(county), name = `测试${serial}`, ...numbers } = wanted
  serial += 1
  const login_name = `u${serial}`
  return asSystem(world, async (ctx, second) => {
    const person = await addPerson(ctx, { county_code: county, unit_id: unit, name, ...numbers }, testKeyring())
    await addAccount(ctx, person, { login_name })
    await ctx.db.run("update identity_accounts set status = 'active', password_hash = 'x' where person_id = $1", [
      person.personId,
    ])
    const { postId: post, orgPath: path } = await openPost(ctx, { county, unitId: unit, title: `岗位${serial}` })
    const at = { county_code: county, post_id: post, since: '2026-01-01', reason: '测试' }
    const grant = await proposeGrant(ctx, { ...at, role, scope_path: scope })
    const tenure = await proposeTenure(ctx, { ...at, person_id: person.personId, kind: 'holder' })
    const yes = { approve: true, reason: '' }
    if (grant.status === 'proposed') await decideGrant(second, { county, grantId: grant.id }, yes)
    if (tenure.status === 'proposed') await decideTenure(second, { county, tenureId: tenure.id }, yes)
    return { ...person, name, post, tenure: tenure.id, grant: grant.id, path }
  })
}

/** A post of a unit without anybody. */
export function emptyPost(world: PeopleWorld, unit: string, county = countyA): Promise<string> {
  serial += 1
  return asSystem(world, async (ctx) => (await openPost(ctx, { county, unitId: unit, title: `空岗${serial}` })).postId)
}

/** What a session would say of a person on a day; written without the application's own queries. */
async function signedInAs(db: Database, county: string, id: string, now: Date): Promise<SignedIn | undefined> {
  const [person] = await db.run<{ name: string; org_path: string }>(
    `select p.name, p.org_path from identity_people p join identity_accounts a using (county_code, person_id)
     where county_code = $1 and person_id = $2 and a.status = 'active'`,
    [county, id],
  )
  if (person === undefined) return undefined
  const rows = await db.run<{ grant_id: string; role: string; scope_path: string; title: string; unit: string }>(
    `select grant_id, role, scope_path, title, organizations_posts.org_path as unit from identity_tenures t join identity_grants g using (county_code, post_id)
     join organizations_posts using (county_code, post_id)
     where county_code = $1 and person_id = $2 and t.status = 'approved' and g.status = 'approved'
       and t.since <= $3::date and coalesce(t.until, '9999-12-31') > $3::date
       and g.since <= $3::date and coalesce(g.until, '9999-12-31') > $3::date`,
    [county, id, dayOf(now)],
  )
  const grants = rows.flatMap(({ role, scope_path: scope, title: post, unit, grant_id: grantId }): GrantInForce[] =>
    isRoleId(role) ? [{ role, scope, unit, post, grantId }] : [],
  )
  const actor = { id, name: person.name, kind: 'person', county, path: person.org_path } as const
  return { actor, grants, session: '0'.repeat(64), csrfToken: 'token' }
}

/** A request of a person, as from a page of ours. */
export function ask(
  { app }: Pick<PeopleWorld, 'app'>,
  who: PersonKey,
  url: string,
  sent?: { readonly method?: 'POST' | 'PUT'; readonly body: object },
): Promise<LightMyRequestResponse> {
  const headers = { 'x-test-person': `${who.county}/${who.personId}`, 'x-eduduty-csrf': 'token' }
  if (sent === undefined) return app.inject({ url: `/api/identity${url}`, headers })
  return app.inject({ method: sent.method ?? 'POST', url: `/api/identity${url}`, headers, payload: sent.body })
}

export function pathIn(county: string, ...units: readonly string[]): OrgPath {
  return areaPath(county) + units.map((unit) => `${unit}/`).join('')
}

export const personUrl = (person: PersonKey, rest = ''): string => `/people/${person.county}/${person.personId}${rest}`
