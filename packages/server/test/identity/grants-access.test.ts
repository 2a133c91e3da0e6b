import {
  type AccessAnswer,
  type AdministratorDesk,
  type PersonAccess,
  type RoleId,
  roles,
  verbsOf,
} from '@eduduty/core/identity'
import { beforeAll, describe, expect, it } from 'vitest'
import { endGrant } from '../../src/identity/grants/end-grant.ts'
import { memoryDatabase } from '../harness/memory-database.ts'
import {
  type Appointed,
  appoint,
  ask,
  asSystem,
  cityCode,
  countyA,
  countyB,
  type PeopleWorld,
  pathIn,
  peopleWorld,
} from './people-world.ts'

let world: PeopleWorld
let security: Appointed
const people = new Map<string, Appointed>()
const school = pathIn(countyA, 'T01', 'S001')

const add = async (name: string, unit: string, role: RoleId, more: { county?: string; scope?: string } = {}) => {
  people.set(name, await appoint(world, { name, unit, role, ...more }))
}

beforeAll(async () => {
  world = await peopleWorld(await memoryDatabase())
  security = await appoint(world, { unit: 'D01', role: 'security_admin', name: '安全员' })
  await add('市督导', 'D01', 'supervisor', { county: cityCode, scope: '99/9901/' })
  await add('县督导', 'D01', 'supervisor')
  await add('镇经办', 'T01', 'township_clerk', { scope: pathIn(countyA, 'T01') })
  await add('本校校长', 'S001', 'school_head', { scope: school })
  await add('邻校校长', 'S002', 'school_head', { scope: pathIn(countyA, 'T01', 'S002') })
  await add('邻县督导', 'D01', 'supervisor', { county: countyB })
})

async function access(path: string, verb: string): Promise<AccessAnswer> {
  const answer = await ask(world, security, `/access?path=${encodeURIComponent(path)}&verb=${verb}`)
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json()
}

describe('who can see this, and by which rule', () => {
  it('names everybody whose grant covers the unit, also from above the county, with the rule', async () => {
    const { rows, unit_name } = await access(school, 'collection.read')
    expect(unit_name).toBe(`${countyA}中心小学`)
    expect(rows.map((row) => row.person_name)).toEqual(['本校校长', '镇经办', '县督导', '市**'])
    expect(rows[0]).toMatchObject({
      role_title: '校长（园长）',
      scope_path: school,
      kind: 'holder',
      since: '2026-01-01',
    })
    expect(rows[3]).toMatchObject({ scope_path: '99/9901/', unit_name: `${cityCode}教育局`, role: 'supervisor' })
  })

  it('agrees for every verb and unit with going through the grants one by one', async () => {
    const grants = await world.db.run<{ name: string; role: string; scope_path: string }>(
      `select p.name, g.role, g.scope_path from identity_grants g join identity_tenures t using (county_code, post_id)
       join identity_people p using (county_code, person_id)`,
    )
    const roleIds = Object.keys(roles).filter((id): id is RoleId => Object.hasOwn(roles, id))
    for (const path of [pathIn(countyA), pathIn(countyA, 'D02'), pathIn(countyA, 'T01'), school])
      for (const verb of ['evaluation.read', 'identity.reveal', 'identity.grants_decide', 'organizations.manage']) {
        const holders = roleIds.filter((id) => verbsOf(id).some((one) => one === verb))
        const expected = grants.filter(
          ({ role, scope_path }) => path.startsWith(scope_path) && holders.some((holder) => holder === role),
        )
        const { rows } = await access(path, verb)
        expect(rows.length, `${verb} ${path}`).toBe(expected.length)
      }
  })

  it('is asked only of units within reach; others are as if they did not exist', async () => {
    for (const path of [pathIn(countyB), pathIn(countyB, 'D01'), '99/9901/', '99/', pathIn(countyA, 'S777'), 'x'])
      expect((await ask(world, security, `/access?path=${path}xx&verb=identity.read`)).statusCode).toBeGreaterThan(399)
    expect((await ask(world, security, `/access?path=99/9901/&verb=identity.read`)).statusCode).toBe(404)
    expect((await ask(world, security, `/access?path=${school}&verb=no.verb`)).statusCode).toBe(404)
  })

  it('can be asked the other way round', async () => {
    const head = people.get('本校校长')
    if (head === undefined) throw new Error('head')
    const url = `/access/${countyA}/${head.personId}`
    const answer: PersonAccess = (await ask(world, security, url)).json()
    expect(answer.person_name).toBe('本校校长')
    expect(answer.rows).toMatchObject([{ scope_path: school, verbs: verbsOf('school_head') }])
    await asSystem(world, (ctx) =>
      endGrant(ctx, { county: countyA, grantId: head.grant }, { on: '2026-11-25', reason: '测试' }),
    )
    expect((await ask(world, security, url)).json().rows).toEqual([])
    expect((await access(school, 'collection.read')).rows.map((row) => row.person_name)).not.toContain('本校校长')
  })
})

describe('the desk of the three administrators', () => {
  const desk = async (): Promise<AdministratorDesk> => (await ask(world, security, '/administrators')).json()

  it('says who they are, what waits for them and that they are kept apart', async () => {
    const empty = await desk()
    expect(empty).toMatchObject({ apart: true, second_approval: true, meetings: [] })
    expect(empty.duties.map(({ duty, people: who }) => [duty, who.map(({ name }) => name)])).toEqual([
      ['system', []],
      ['security', ['安全员']],
      ['audit', []],
    ])
    const post = people.get('县督导')?.post ?? ''
    const at = { county_code: countyA, post_id: post, since: '2026-11-25', reason: '测试' }
    world.now = new Date('2026-11-25T03:00:00Z')
    await ask(world, security, '/grants', { body: { ...at, role: 'leader', scope_path: pathIn(countyA) } })
    const waiting = await desk()
    expect(waiting.duties[1]?.waits).toMatchObject([{ kind: 'grant', count: 1 }])
    expect(waiting.changes[0]).toMatchObject({ kind: 'grant', status: 'proposed', by: '安全员' })
    expect(JSON.stringify(waiting)).not.toContain('邻县')
  })

  it('is not for business roles', async () => {
    const supervisor = people.get('县督导')
    if (supervisor === undefined) throw new Error('supervisor')
    expect((await ask(world, supervisor, '/administrators')).statusCode).toBe(403)
    expect((await ask(world, supervisor, `/access?path=${school}&verb=identity.read`)).statusCode).toBe(403)
  })
})
