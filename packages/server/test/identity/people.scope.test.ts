import { randomUUID } from 'node:crypto'
import { type RoleId, roles, type Verb, verbsOf } from '@eduduty/core/identity'
import { beforeAll, describe, expect, it } from 'vitest'
import { eventsSince } from '../harness/audit-events.ts'
import { memoryDatabase } from '../harness/memory-database.ts'
import {
  type Appointed,
  appoint,
  ask,
  countyA,
  countyB,
  type PeopleWorld,
  pathIn,
  peopleWorld,
} from './people-world.ts'

const roleIds: RoleId[] = Object.keys(roles).filter((id): id is RoleId => Object.hasOwn(roles, id))
const school = pathIn(countyA, 'T01', 'S001')
const otherSchool = pathIn(countyA, 'T01', 'S002')
const reason = '测试需要'

interface Route {
  readonly name: string
  readonly verb: Verb
  readonly method?: 'POST' | 'PUT'
  readonly url: (whose: Target) => string
  readonly body?: (whose: Target) => object
}

interface Target {
  readonly county: string
  readonly person: string
  readonly post: string
  readonly tenure: string
  readonly grant: string
  readonly unit: string
  readonly path: string
}

const person = (rest: string) => (whose: Target) => `/people/${whose.county}/${whose.person}${rest}`
const tenure = (rest: string) => (whose: Target) => `/tenures/${whose.county}/${whose.tenure}${rest}`
const grant = (rest: string) => (whose: Target) => `/grants/${whose.county}/${whose.grant}${rest}`
const post = ({ county, post: post_id }: Target) => ({ county_code: county, post_id, since: '2026-11-25', reason })
const on = () => ({ on: '2026-12-01', reason })
const decision = () => ({ approve: false, reason })
const secretDecision = () => ({ ...decision(), issued_at: '2026-11-01T00:00:00.000Z' })

/** Every route that names something, as another county's clerk would call it with a valid id. */
const routes: readonly Route[] = [
  { name: 'detail', verb: 'identity.read', url: person('') },
  { name: 'reveal', verb: 'identity.reveal', url: person('/reveal'), body: () => ({ data: 'phone', reason }) },
  { name: 'change', verb: 'identity.manage', method: 'PUT', url: person(''), body: () => ({ name: '改名' }) },
  {
    name: 'move',
    verb: 'identity.manage',
    url: person('/move'),
    body: ({ county, unit }) => ({ county_code: county, unit_id: unit, reason }),
  },
  { name: 'account', verb: 'identity.manage', url: person('/account'), body: () => ({ login_name: 'foreign1' }) },
  {
    name: 'disable',
    verb: 'identity.manage',
    method: 'PUT',
    url: person('/account'),
    body: () => ({ enabled: false, reason }),
  },
  {
    name: 'add',
    verb: 'identity.manage',
    url: () => '/people',
    body: ({ county, unit }) => ({ county_code: county, unit_id: unit, name: '新人' }),
  },
  {
    name: 'import',
    verb: 'identity.manage',
    url: () => '/people/import',
    body: ({ county }) => ({ county_code: county, dry_run: false, rows: [{ line: 1, name: '新人', unit: '单位' }] }),
  },
  { name: 'secret', verb: 'identity.secrets_issue', url: person('/account/secret'), body: () => ({ reason }) },
  {
    name: 'confirm secret',
    verb: 'identity.secrets_confirm',
    url: person('/account/secret/decision'),
    body: secretDecision,
  },
  {
    name: 'propose tenure',
    verb: 'identity.grants_propose',
    url: () => '/tenures',
    body: (whose) => ({ ...post(whose), person_id: whose.person, kind: 'holder' }),
  },
  {
    name: 'hand over',
    verb: 'identity.grants_propose',
    url: tenure('/hand-over'),
    body: (whose) => ({ person_id: whose.person, ...on() }),
  },
  { name: 'decide tenure', verb: 'identity.grants_decide', url: tenure('/decision'), body: decision },
  { name: 'withdraw tenure', verb: 'identity.grants_propose', url: tenure('/withdrawal'), body: () => ({ reason }) },
  { name: 'end tenure', verb: 'identity.grants_propose', url: tenure('/end'), body: on },
  {
    name: 'propose grant',
    verb: 'identity.grants_propose',
    url: () => '/grants',
    body: (whose) => ({ ...post(whose), role: 'leader', scope_path: whose.path }),
  },
  { name: 'decide grant', verb: 'identity.grants_decide', url: grant('/decision'), body: decision },
  { name: 'withdraw grant', verb: 'identity.grants_propose', url: grant('/withdrawal'), body: () => ({ reason }) },
  { name: 'end grant', verb: 'identity.grants_propose', url: grant('/end'), body: on },
  {
    name: 'access',
    verb: 'identity.grants_read',
    url: ({ path }) => `/access?path=${encodeURIComponent(path)}&verb=identity.read`,
  },
  { name: 'person access', verb: 'identity.grants_read', url: ({ county, person: id }) => `/access/${county}/${id}` },
]

let world: PeopleWorld
let foreign: Target
let invented: Target
const holders = new Map<RoleId, Appointed>()

beforeAll(async () => {
  world = await peopleWorld(await memoryDatabase())
  for (const role of roleIds) holders.set(role, await appoint(world, { unit: 'D01', role, name: `甲县${role}` }))
  for (const role of ['auditor', 'security_admin', 'school_head'] as const)
    await appoint(world, { county: countyB, unit: 'S001', role, name: `CANARY乙县${role}`, phone: '13900000002' })
  const there = await appoint(world, { county: countyB, unit: 'S001', role: 'school_clerk', name: 'CANARY乙县人' })
  const { personId, post: post_id, tenure: tenure_id, grant: grant_id, path } = there
  foreign = {
    county: countyB,
    person: personId,
    post: post_id,
    tenure: tenure_id,
    grant: grant_id,
    unit: 'S001',
    path,
  }
  const none = () => randomUUID()
  const ids = { person: none(), post: none(), tenure: none(), grant: none() }
  invented = { ...ids, county: countyB, unit: 'S001', path: pathIn(countyB, 'T01', 'S009') }
})

function call(role: RoleId, route: Route, target: Target) {
  const holder = holders.get(role)
  if (holder === undefined) throw new Error(role)
  const body = route.body?.(target)
  const sent = body === undefined ? undefined : { method: route.method ?? 'POST', body }
  return ask(world, holder, route.url(target), sent)
}

describe('rows of another county', () => {
  for (const role of roleIds)
    it(`are as if they did not exist for ${role}, and nothing of them changes`, async () => {
      const before = await countyRows(countyB)
      for (const route of routes) {
        const answer = await call(role, route, foreign)
        const may = verbsOf(role).includes(route.verb)
        expect(answer.statusCode, `${route.name}: ${answer.body}`).toBe(may ? 404 : 403)
        expect(answer.body, route.name).not.toContain('CANARY')
        const none = await call(role, route, invented)
        expect(none.body, route.name).toBe(answer.body)
      }
      expect(await countyRows(countyB)).toEqual(before)
    })

  it('leave one event when a change is tried on them', async () => {
    for (const route of routes.filter(({ body }) => body !== undefined)) {
      const role = roleIds.find((id) => verbsOf(id).includes(route.verb))
      if (role === undefined) throw new Error(route.verb)
      const events = await eventsSince(world.db)
      await call(role, route, foreign)
      const added = await events()
      expect(added, route.name).toHaveLength(1)
      expect(added[0]).toMatchObject({ result: 'denied', county: countyA })
      expect(JSON.stringify(added)).not.toContain('CANARY')
    }
  })

  it('are not in any list, count or search', async () => {
    for (const role of roleIds) {
      const holder = holders.get(role)
      if (holder === undefined) throw new Error(role)
      for (const list of ['people', 'posts', 'tenures', 'grants'])
        for (const query of ['', '?q=CANARY', '?unit=99/9901/990102/', '?size=200', '?unit=99/'])
          expect((await ask(world, holder, `/${list}${query}`)).body, `${role} ${list}${query}`).not.toContain('乙县')
      expect((await ask(world, holder, '/administrators')).body, role).not.toContain('乙县')
    }
    const reader = holders.get('supervisor')
    if (reader === undefined) throw new Error('supervisor')
    expect((await ask(world, reader, '/people?q=CANARY')).json()).toEqual({ rows: [], total: 0 })
    expect((await ask(world, reader, '/people?q=13900000002')).json()).toEqual({ rows: [], total: 0 })
    const own = await world.db.run<{ count: number }>(
      "select count(*) as count from identity_people where county_code = '990101'",
    )
    expect((await ask(world, reader, '/people?size=1')).json().total).toBe(own[0]?.count)
  })
})

describe('within the county', () => {
  it('a school sees and reveals its own people and nobody of the next school', async () => {
    const head = await appoint(world, { unit: 'S001', role: 'school_head', scope: school, name: '本校校长' })
    const mine = await appoint(world, {
      unit: 'S001',
      role: 'school_clerk',
      scope: school,
      name: '本校职员',
      phone: '13900000003',
    })
    const next = await appoint(world, { unit: 'S002', role: 'school_clerk', scope: otherSchool, phone: '13900000004' })
    const rows: { unit_id: string }[] = (await ask(world, head, '/people?size=200')).json().rows
    expect(rows).toHaveLength(2)
    expect(new Set(rows.map((row) => row.unit_id))).toEqual(new Set(['S001']))
    const body = { data: 'phone', reason }
    const reveal = (who: Appointed) => ask(world, head, `/people/${countyA}/${who.personId}/reveal`, { body })
    expect((await reveal(mine)).json().value).toBe('13900000003')
    expect((await reveal(next)).statusCode).toBe(404)
    expect((await ask(world, head, '/people?q=13900000004')).json().total).toBe(0)
  })

  it('names are masked for the roles that do not need them, numbers for all', async () => {
    const shown = { supervisor: '甲县supervisor', leader: '甲*', township_clerk: '甲*', system_admin: '甲县supervisor' }
    for (const [role, name] of Object.entries(shown)) {
      const holder = holders.get(roleIds.find((id) => id === role) ?? 'leader')
      if (holder === undefined) throw new Error(role)
      const rows: { name: string }[] = (await ask(world, holder, '/people?q=甲县supervisor')).json().rows
      expect(rows[0]?.name.replace(/\*+/, '*'), role).toBe(name)
    }
    const holder = holders.get('supervisor')
    if (holder === undefined) throw new Error('supervisor')
    expect((await ask(world, holder, '/people?size=200')).body).not.toMatch(/"1[3-9]\d{9}"/)
  })
})

/** Everything that is kept of a county, but its audit chain. */
async function countyRows(county: string): Promise<string> {
  const tables = ['people', 'accounts', 'tenures', 'grants', 'sessions', 'login_names', 'reveal_counts']
  const texts = []
  for (const table of tables) {
    const rows = await world.db.run(
      `select row_to_json(t)::text as row from identity_${table} t where county_code = $1 order by 1`,
      [county],
    )
    texts.push(JSON.stringify(rows))
  }
  return texts.join('\n')
}
