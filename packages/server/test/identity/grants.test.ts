import { beforeAll, describe, expect, it } from 'vitest'
import { addPerson } from '../../src/identity/index.ts'
import { eventsSince } from '../harness/audit-events.ts'
import { testKeyring } from '../harness/doors.ts'
import { memoryDatabase } from '../harness/memory-database.ts'
import {
  type Appointed,
  appoint,
  ask,
  asSystem,
  countyA,
  emptyPost,
  type PeopleWorld,
  pathIn,
  peopleWorld,
  personUrl,
} from './people-world.ts'

let world: PeopleWorld
let one: Appointed
let two: Appointed
let system: Appointed
let auditor: Appointed

const root = pathIn(countyA)
const school = pathIn(countyA, 'T01', 'S001')
const yes = { body: { approve: true, reason: '' } }
const reason = '工作需要'
const today = '2026-11-25'

beforeAll(async () => {
  world = await peopleWorld(await memoryDatabase())
  system = await appoint(world, { unit: 'D01', role: 'system_admin', name: '系统员' })
  one = await appoint(world, { unit: 'D01', role: 'security_admin', name: '安全甲' })
  two = await appoint(world, { unit: 'D01', role: 'security_admin', name: '安全乙' })
  auditor = await appoint(world, { unit: 'D01', role: 'auditor', name: '审计员' })
})

const tenure = (post_id: string, person: Appointed, more: object = {}) => ({
  body: { county_code: countyA, post_id, person_id: person.personId, kind: 'holder', since: today, reason, ...more },
})
const grant = (post_id: string, role: string, more: object = {}) => ({
  body: { county_code: countyA, post_id, role, scope_path: root, since: today, reason, ...more },
})
const tenureUrl = (id: string, rest: string) => `/tenures/${countyA}/${id}${rest}`
const grantUrl = (id: string, rest: string) => `/grants/${countyA}/${id}${rest}`
const clerk = (name: string) => appoint(world, { unit: 'S001', role: 'school_clerk', scope: school, name })

describe('a tenure', () => {
  it('counts only after a second person has approved it', async () => {
    const post = await emptyPost(world, 'D01')
    const person = await clerk('陈一')
    const granted = (await ask(world, one, '/grants', grant(post, 'supervisor'))).json()
    await ask(world, two, grantUrl(granted.id, '/decision'), yes)
    const proposed = (await ask(world, one, '/tenures', tenure(post, person))).json()
    expect(proposed.status).toBe('proposed')
    expect((await ask(world, person, '/people')).statusCode).toBe(403)
    expect((await ask(world, one, tenureUrl(proposed.id, '/decision'), yes)).json().type).toBe('identity.own_proposal')
    const events = await eventsSince(world.db)
    expect((await ask(world, two, tenureUrl(proposed.id, '/decision'), yes)).json().status).toBe('approved')
    expect(await events()).toMatchObject([{ action: 'identity.decide_tenure', actor: '安全乙', result: 'done' }])
    expect((await ask(world, person, '/people')).statusCode).toBe(200)
    expect((await ask(world, two, tenureUrl(proposed.id, '/decision'), yes)).json().type).toBe(
      'identity.already_decided',
    )
  })

  it('is rejected with a reason, or withdrawn by who proposed it', async () => {
    const post = await emptyPost(world, 'D01')
    const person = await clerk('陈二')
    const first = (await ask(world, one, '/tenures', tenure(post, person))).json()
    const no = (text: string) => ({ body: { approve: false, reason: text } })
    expect((await ask(world, two, tenureUrl(first.id, '/decision'), no(''))).json().type).toBe(
      'identity.reason_missing',
    )
    expect((await ask(world, two, tenureUrl(first.id, '/decision'), no('人选不当'))).json().status).toBe('rejected')
    const second = (await ask(world, one, '/tenures', tenure(post, person))).json()
    const withdraw = { body: { reason: '填错' } }
    expect((await ask(world, two, tenureUrl(second.id, '/withdrawal'), withdraw)).json().type).toBe(
      'identity.others_proposal',
    )
    expect((await ask(world, one, tenureUrl(second.id, '/withdrawal'), withdraw)).json().status).toBe('withdrawn')
    const rows = (await ask(world, one, `/tenures?post=${post}`)).json().rows
    expect(rows.map((row: { status: string }) => row.status).toSorted()).toEqual(['rejected', 'withdrawn'])
  })

  it('is one at a time for each post; a handover ends one and begins the other on the same day', async () => {
    const old = await appoint(world, { unit: 'D01', role: 'supervisor', name: '郑旧' })
    const next = await clerk('郑新')
    expect((await ask(world, one, '/tenures', tenure(old.post, next))).json().type).toBe('identity.post_taken')
    const body = { person_id: next.personId, on: '2026-12-01', reason: '退休' }
    const events = await eventsSince(world.db)
    const proposed = (await ask(world, one, tenureUrl(old.tenure, '/hand-over'), { body })).json()
    const [handed] = await events()
    expect(handed).toMatchObject({
      action: 'identity.hand_over',
      subject: expect.stringMatching(/^郑旧 → 郑新 990101教育局 /),
    })
    const desk = (await ask(world, one, '/administrators')).json()
    const waits = desk.duties.flatMap((duty: { waits: { kind: string; subjects: string[] }[] }) => duty.waits)
    const waiting = waits.find((wait: { kind: string }) => wait.kind === 'tenure')
    expect(waiting.subjects).toContainEqual(expect.stringMatching(/^郑新（990101教育局 /))
    expect(desk.changes.every(({ subject }: { subject: string }) => subject.includes(countyA))).toBe(true)
    expect((await ask(world, two, tenureUrl(proposed.id, '/decision'), yes)).statusCode).toBe(200)
    const supervises = async (person: Appointed) =>
      (await ask(world, person, '/people?unit=99/9901/990101/D02/')).statusCode === 200
    expect([await supervises(old), await supervises(next)]).toEqual([true, false])
    world.now = new Date('2026-11-30T16:30:00Z')
    expect([await supervises(old), await supervises(next)]).toEqual([false, true])
    world.now = new Date('2026-11-25T02:00:00Z')
    const shown = (await ask(world, one, `/tenures?post=${old.post}`)).json().rows
    expect(shown.find((row: { replaces: string }) => row.replaces !== '')).toMatchObject({ replaces: '郑旧' })
  })

  it('of a substitute needs an end and ends by itself, without anybody signing out', async () => {
    const holder = await appoint(world, { unit: 'D01', role: 'supervisor', name: '冯主任' })
    const stand = await clerk('代理人')
    const substitute = { kind: 'substitute' }
    expect((await ask(world, one, '/tenures', tenure(holder.post, stand, substitute))).json().type).toBe(
      'identity.period_invalid',
    )
    const until = { ...substitute, until: '2026-12-05' }
    const proposed = (await ask(world, one, '/tenures', tenure(holder.post, stand, until))).json()
    await ask(world, two, tenureUrl(proposed.id, '/decision'), yes)
    expect((await ask(world, stand, '/people')).statusCode).toBe(200)
    world.now = new Date('2026-12-04T16:00:00Z')
    expect((await ask(world, stand, '/people')).statusCode).toBe(403)
    world.now = new Date('2026-11-25T02:00:00Z')
    const byInitials = (await ask(world, one, '/posts?q=fzr')).json().rows
    expect(byInitials.map((row: { holder: string }) => row.holder)).toEqual(['冯主任'])
    const byUnit = (await ask(world, one, '/posts?q=990101ZXX')).json().rows
    expect([...new Set(byUnit.map((row: { unit_name: string }) => row.unit_name))]).toEqual(['990101中心小学'])
    const byTitle = (await ask(world, one, '/posts?q=kg')).json().rows
    expect(byTitle.length).toBeGreaterThan(0)
    expect(byTitle.every((row: { title: string }) => row.title.startsWith('空岗'))).toBe(true)
    const posts = (await ask(world, one, '/posts?q=冯主任')).json().rows
    expect(posts).toMatchObject([{ holder: '冯主任', substitutes: ['代理人'], roles: ['督导办'] }])
  })

  it('ends on a day, today at the earliest', async () => {
    const person = await appoint(world, { unit: 'D01', role: 'supervisor', name: '许结束' })
    const end = (on: string) => ask(world, one, tenureUrl(person.tenure, '/end'), { body: { on, reason } })
    expect((await end('2026-11-24')).json().type).toBe('identity.period_invalid')
    expect((await end(today)).statusCode).toBe(200)
    expect((await ask(world, person, '/people')).statusCode).toBe(403)
    expect((await end(today)).json().type).toBe('identity.not_in_force')
  })
})

describe('nobody serves themselves', () => {
  it('neither by a tenure nor by a grant to a post of their own', async () => {
    const post = await emptyPost(world, 'D01')
    expect((await ask(world, one, '/tenures', tenure(post, one))).json().type).toBe('identity.own_post')
    expect((await ask(world, one, '/grants', grant(one.post, 'security_admin'))).json().type).toBe('identity.own_post')
    const other = (await ask(world, two, '/grants', grant(one.post, 'security_admin'))).json()
    expect((await ask(world, one, grantUrl(other.id, '/decision'), yes)).json().type).toBe('identity.own_post')
    const forOne = (await ask(world, two, '/tenures', tenure(post, one))).json()
    expect((await ask(world, one, tenureUrl(forOne.id, '/decision'), yes)).json().type).toBe('identity.own_post')
  })

  it('and the table itself refuses one person in both places', async () => {
    await expect(
      world.db.run('update identity_grants set decided_by = proposed_by where grant_id = $1', [one.grant]),
    ).rejects.toThrow(/check/)
  })
})

describe('the three administrators', () => {
  it('exclude one another and everything else in one person, also by substitution and later', async () => {
    for (const [role, unit] of [
      ['auditor', 'D01'],
      ['security_admin', 'D01'],
      ['supervisor', 'D01'],
    ]) {
      const post = await emptyPost(world, String(unit))
      const granted = (await ask(world, one, '/grants', grant(post, String(role)))).json()
      expect((await ask(world, two, grantUrl(granted.id, '/decision'), yes)).statusCode).toBe(200)
      for (const more of [{}, { kind: 'substitute', until: '2026-11-27' }, { since: '2027-05-01' }]) {
        const refused = await ask(world, one, '/tenures', tenure(post, system, more))
        expect(refused.json(), String(role)).toMatchObject({ status: 409, type: 'identity.kept_apart' })
      }
    }
    const refused = await ask(world, one, '/grants', grant(system.post, 'auditor'))
    expect(refused.json().title).toContain('系统员 会同时担任')
  })

  it('are checked again when it is decided', async () => {
    const person = await appoint(world, { unit: 'D01', role: 'school_clerk', scope: school, name: '韩双' })
    await ask(world, one, grantUrl(person.grant, '/end'), { body: { on: today, reason } })
    const posts = [await emptyPost(world, 'D01'), await emptyPost(world, 'D01')]
    const made = []
    for (const [at, role] of ['auditor', 'system_admin'].entries()) {
      const granted = (await ask(world, one, '/grants', grant(posts[at] ?? '', role))).json()
      await ask(world, two, grantUrl(granted.id, '/decision'), yes)
      made.push((await ask(world, one, '/tenures', tenure(posts[at] ?? '', person))).json().id)
    }
    expect((await ask(world, two, tenureUrl(made[0], '/decision'), yes)).statusCode).toBe(200)
    expect((await ask(world, two, tenureUrl(made[1], '/decision'), yes)).json().type).toBe('identity.kept_apart')
  })

  it('have the whole area as their scope', async () => {
    const post = await emptyPost(world, 'S001')
    const refused = await ask(world, one, '/grants', grant(post, 'auditor', { scope_path: school }))
    expect(refused.json().type).toBe('identity.administrator_scope')
  })

  it('cannot lose the last of them by any way', async () => {
    const body = { on: today, reason }
    const last = { type: 'identity.last_administrator', status: 409 }
    expect((await ask(world, one, tenureUrl(system.tenure, '/end'), { body })).json()).toMatchObject(last)
    expect((await ask(world, one, grantUrl(system.grant, '/end'), { body })).json()).toMatchObject(last)
    const later = { body: { on: '2027-01-01', reason } }
    expect((await ask(world, one, grantUrl(auditor.grant, '/end'), later)).statusCode).toBe(200)
    await world.db.run('update identity_grants set until = null where grant_id = $1', [auditor.grant])
    const disable = { method: 'PUT', body: { enabled: false, reason } } as const
    expect((await ask(world, system, personUrl(one, '/account'), disable)).statusCode).toBe(200)
    expect((await ask(world, system, personUrl(two, '/account'), disable)).json()).toMatchObject(last)
    const enable = { method: 'PUT', body: { enabled: true, reason } } as const
    expect((await ask(world, system, personUrl(one, '/account'), enable)).statusCode).toBe(200)
    const move = { body: { county_code: countyA, unit_id: 'S001', reason } }
    expect((await ask(world, system, personUrl(system, '/move'), move)).json()).toMatchObject(last)
    const newcomer = { county_code: countyA, unit_id: 'D01', name: '没有账号' }
    const waiting = await asSystem(world, (ctx) => addPerson(ctx, newcomer, testKeyring()))
    const over = { body: { person_id: waiting.personId, on: today, reason } }
    const proposed = (await ask(world, one, tenureUrl(system.tenure, '/hand-over'), over)).json()
    expect((await ask(world, two, tenureUrl(proposed.id, '/decision'), yes)).json()).toMatchObject(last)
  })
})

describe('a proposal', () => {
  it('takes no field that is not its own to set', async () => {
    const post = await emptyPost(world, 'D01')
    const person = await clerk('多填')
    const rows = () =>
      world.db.run(
        'select row_to_json(t)::text as row from identity_tenures t union all select row_to_json(g)::text from identity_grants g order by 1',
      )
    const before = await rows()
    const fields = ['status', 'decided_by', 'proposed_by', 'org_path', 'replaces_id', 'tenure_id', 'is_admin']
    for (const field of fields) {
      const more = { [field]: 'approved' }
      expect((await ask(world, one, '/tenures', tenure(post, person, more))).statusCode, field).toBe(400)
      expect((await ask(world, one, '/grants', grant(post, 'leader', more))).statusCode, field).toBe(400)
      const end = { body: { on: today, reason, ...more } }
      expect((await ask(world, one, tenureUrl(person.tenure, '/end'), end)).statusCode, field).toBe(400)
      const decide = { body: { approve: true, reason: '', ...more } }
      expect((await ask(world, two, grantUrl(person.grant, '/decision'), decide)).statusCode, field).toBe(400)
    }
    expect(await rows()).toEqual(before)
  })

  it('may not reach beyond the scope of who makes it, nor name a role that is none', async () => {
    const post = await emptyPost(world, 'D01')
    for (const scope_path of ['99/', '99/9901/', '99/9901/990102/', '99/9901/99010', 'x'])
      expect((await ask(world, one, '/grants', grant(post, 'leader', { scope_path }))).statusCode, scope_path).toBe(404)
    expect((await ask(world, one, '/grants', grant(post, 'king'))).statusCode).toBe(404)
    expect((await ask(world, one, '/grants', grant(post, 'leader', { since: '2026-13-40' }))).statusCode).toBe(400)
    expect((await ask(world, one, '/grants', grant(post, 'leader', { until: '2026-11-25' }))).statusCode).toBe(400)
  })
})

describe('without second approval', () => {
  it('a proposal counts at once, checked all the same', async () => {
    const settings = JSON.stringify({ second_approval: false })
    await world.db.run("insert into platform_settings values ('identity.security', $1, now())", [settings])
    const post = await emptyPost(world, 'D01')
    expect((await ask(world, one, '/grants', grant(post, 'supervisor'))).json().status).toBe('approved')
    const person = await clerk('沈快')
    expect((await ask(world, one, '/tenures', tenure(post, person))).json().status).toBe('approved')
    expect((await ask(world, person, '/people')).statusCode).toBe(200)
    expect((await ask(world, one, '/tenures', tenure(post, system))).statusCode).toBe(409)
    await world.db.run("delete from platform_settings where name = 'identity.security'")
  })
})
