import { areaPath } from '@eduduty/core/organizations'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { routes } from '../../src/http/routes.ts'
import { type InventoryEntry, listInventory } from '../../src/platform/http/route-inventory.ts'
import { eventsSince } from '../harness/audit-events.ts'
import { type Answer, askRoute } from './ask-route.ts'
import { allowed } from './oracle.ts'
import { routeSamples, type Sample } from './route-samples.ts'
import { openRouteWorld, type RoleHolder, type RouteWorld, type Target } from './route-world.ts'
import { numbersOf } from './seed-rows.ts'
import { strangersIn, unitsShown } from './seen-by.ts'
import { ask as askAs, isAble, keyOf } from './try-route.ts'
import { removeForeignRows } from './without-rows.ts'
import { type SeedUnit, worldDay } from './world-plan.ts'

const entries = await listInventory(routes)
/** Answered by rules that may stand above the asker: tried apart. */
const whoCanSee = 'GET /api/identity/access'
/** Who may be given a task: people whose posts may stand above the asker, tried apart. */
const whoMayAct = {
  'GET /api/collection/tasks/:county/:task/reviewers': 'collection.review',
  'GET /api/collection/tasks/:county/:task/first-reviewers': 'collection.review_first',
  'GET /api/collection/tasks/:county/:task/countersigners': 'collection.read',
} as const
/** The same of those who may rate. */
const whoMayRate = 'GET /api/appraisal/appraisals/:county/:appraisal/raters'
/** Names of counties, and of the townships and schools of the own one, are public: a child is reported where it belongs. Tried apart. */
const unitNames = 'GET /api/enrolment/units/:county'
/** Whom to ask for what the county has not decided: they may stand above the asker. Tried apart. */
const openLimits = 'GET /api/enrolment/limits/:county'
const apart = new Set([whoCanSee, whoMayRate, unitNames, openLimits, ...Object.keys(whoMayAct)])
const reading = entries.filter((entry) => !entry.changes && 'verb' in entry.access && !apart.has(keyOf(entry)))
let open: RouteWorld

beforeAll(async () => {
  open = await openRouteWorld()
})
afterAll(() => open.close())

/** Ways to look for what is not one's own: everything, the smallest page, by name, by number, by state. */
const looks: Readonly<Record<string, (foreign: Target) => readonly Sample['query'][]>> = {
  'GET /api/identity/people': ({ unitName, idNumber }) => [
    {},
    { size: 1, page: 2 },
    { q: unitName },
    { q: idNumber },
    { role: 'school_head' },
    { status: 'disabled', size: 1 },
  ],
  'GET /api/identity/posts': ({ unitName }) => [{}, { size: 1 }, { q: unitName }, { vacant: true, size: 1 }],
  'GET /api/identity/tenures': ({ unitName }) => [{}, { size: 1, status: 'proposed' }, { q: unitName }],
  'GET /api/identity/grants': ({ unitName }) => [
    {},
    { size: 1, status: 'proposed' },
    { q: unitName },
    { role: 'auditor' },
  ],
  'GET /api/collection/tasks': ({ county, unit, unitName, period, township }) => [
    {},
    { size: 1, page: 2 },
    { text: unitName },
    { unit },
    { period },
    { county, state: 'frozen', size: 1 },
    { township, overdue: true, size: 1 },
    { register: 'seed_roster', owing: true, size: 1 },
    { at_me: true },
  ],
  'GET /api/collection/periods': ({ county }) => [{}, { county }],
  'GET /api/organizations/search': ({ unitName }) => [{ text: unitName }, { text: 'cnry', limit: 100 }, { text: 'S' }],
  'GET /api/organizations/tree': () => [{}],
  'GET /api/organizations/units/export': () => [{ format: 'csv' }],
  'GET /api/audit/events': ({ unitName }) => [{}, { limit: 1 }, { text: unitName }, { person: unitName }],
  'GET /api/audit/export': ({ unitName }) => [{ format: 'csv' }, { format: 'csv', text: unitName }],
}

function samplesOf(entry: InventoryEntry): readonly Sample[] {
  const sample = routeSamples[keyOf(entry)]?.make(() => open.home) ?? {}
  const queries = Object.values(open.foreign).flatMap(({ real }) => looks[keyOf(entry)]?.(real) ?? [])
  const different = new Map(queries.map((query = {}) => [JSON.stringify(query), query]))
  return [sample, ...[...different.values()].map((query) => ({ ...sample, query }))]
}

async function ask(entry: InventoryEntry, holder: RoleHolder, sample: Sample): Promise<Answer> {
  const { answer, faults } = await askAs(open, entry, holder, sample)
  expect(faults).toEqual([])
  return answer
}

/** Two of one township and one of the county: what they see differs by their reach, whatever their role. */
function askersOf(entry: InventoryEntry): readonly RoleHolder[] {
  const able = open.holders.filter((holder) => isAble(open, entry, holder))
  const near = able.filter(({ reach }) => reach === 'township')
  const chosen = [near.at(0), near.at(-1), able.find(({ reach }) => reach === 'county')]
  return [...new Set(chosen.filter((holder) => holder !== undefined))]
}

/**
 * Numbers of requests, and codes that depend on them, differ from one request to the next; the size of the whole database
 * and when its engine last wrote it down differ with time.
 */
const passing = /req-[0-9a-z]+|[0-9a-f]{64}|"bytes":\d+,"log_bytes":\d+,"checkpoint_at":"[^"]*"/g
const lasting = ({ status, body }: Answer) => [status, body.replaceAll(passing, '‹›')]

describe.each(reading.map((entry) => [keyOf(entry), entry] as const))('%s', (key, entry) => {
  it('answers as it would if there were nothing that the asker may not see', async () => {
    const samples = samplesOf(entry)
    for (const holder of askersOf(entry)) {
      const answers: Answer[] = []
      for (const sample of samples) answers.push(await open.undone(() => ask(entry, holder, sample)))
      await open.undone(async () => {
        const shown = unitsShown(open.world, holder.person, entry)
        await removeForeignRows(open.owner, { world: open.world, shown })
        for (const [at, sample] of samples.entries()) {
          const alone = await open.undone(() => ask(entry, holder, sample))
          const says = `${key} ${JSON.stringify(sample)} as ${holder.role} of the ${holder.reach}`
          const before = answers[at]
          expect(before && lasting(before), says).toEqual(lasting(alone))
        }
      })
    }
  })
})

interface AccessRow {
  readonly person_name: string
  readonly post_title: string
  readonly account: string
}

describe(whoCanSee, () => {
  it('shows of what is out of reach only the posts by whose rules somebody can see the unit, without names', async () => {
    const { world, home, holders } = open
    const verb = 'collection.read'
    const isThere = ({ path }: SeedUnit): boolean => path === home.path
    const able = world.people.filter((who) => [...allowed(world, { who, verb, day: worldDay })].some(isThere))
    for (const { person } of holders.filter(({ role, reach }) => role === 'auditor' && reach === 'township')) {
      const entry = { method: 'GET', url: '/api/identity/access' }
      const answer = await askRoute(open, { entry, person, sample: { query: { path: home.path, verb } } })
      const shown = allowed(world, { who: person, verb: 'identity.grants_read', day: worldDay })
      expect(strangersIn(answer.all, world, new Set([...shown, person.unit, ...able.map(({ unit }) => unit)]))).toEqual(
        [],
      )
      const all: readonly AccessRow[] = JSON.parse(answer.body).rows
      const rows = all.filter(({ account }) => account === 'active')
      const inReach = new Set([...shown].map(({ canary }) => canary))
      expect(new Set(rows.map(({ post_title }) => inReach.has(post_title))).size).toBe(2)
      for (const { person_name, post_title } of rows) expect(person_name.includes('*')).toBe(!inReach.has(post_title))
      expect(rows).toHaveLength(able.length)
    }
  })
})

describe.each(Object.entries(whoMayAct))('%s', (key, verb) => {
  it('names everybody who may do it there today, and nobody else', async () => {
    const { world, home, holders } = open
    const entry = entries.find((known) => keyOf(known) === key)
    if (entry === undefined) throw new Error(`no route ${key}`)
    const isThere = ({ path }: SeedUnit): boolean => path === home.path
    const able = world.people.filter((who) => [...allowed(world, { who, verb, day: worldDay })].some(isThere))
    for (const { person } of holders.filter((holder) => isAble(open, entry, holder))) {
      // Whom a task may be handed to depends on where it lies.
      const params = { county: home.county, task: verb === 'collection.review' ? home.firstReviewed : home.submitted }
      const answer = await askRoute(open, { entry, person, sample: { params } })
      const people: readonly { readonly person_id: string }[] = JSON.parse(answer.body).people
      const others = able.filter((who) => who !== person).map(({ id }) => id)
      expect(people.map(({ person_id }) => person_id).toSorted()).toEqual(others.toSorted())
      const known = new Set([...allowed(world, { who: person, verb, day: worldDay }), ...able.map(({ unit }) => unit)])
      expect(strangersIn(answer.all, world, known.add(person.unit))).toEqual([])
    }
  })
})

describe(whoMayRate, () => {
  it('names everybody who may rate there today, and nobody else', async () => {
    const { world, home, holders } = open
    const entry = entries.find((known) => keyOf(known) === whoMayRate)
    const sample = routeSamples[whoMayRate]?.make(() => home)
    if (entry === undefined || sample === undefined) throw new Error(`no route ${whoMayRate}`)
    const may = world.people.filter((who) =>
      [...allowed(world, { who, verb: 'appraisal.rate', day: worldDay })].some(({ path }) => path === home.path),
    )
    for (const { person } of holders.filter((holder) => isAble(open, entry, holder))) {
      const answer = await askRoute(open, { entry, person, sample })
      const { raters }: { raters: readonly { readonly person_id: string }[] } = JSON.parse(answer.body)
      expect(raters.map(({ person_id }) => person_id).toSorted()).toEqual(may.map(({ id }) => id).toSorted())
      const known = new Set([
        ...allowed(world, { who: person, verb: 'appraisal.plan', day: worldDay }),
        ...may.map(({ unit }) => unit),
      ])
      expect(strangersIn(answer.all, world, known.add(person.unit))).toEqual([])
    }
  })
})

describe(openLimits, () => {
  it('names those who may decide for the county today, three at most, and nobody else', async () => {
    const { world, home, holders } = open
    const entry = entries.find((known) => keyOf(known) === openLimits)
    if (entry === undefined) throw new Error(`no route ${openLimits}`)
    const able = world.people.filter((who) =>
      [...allowed(world, { who, verb: 'enrolment.decide', day: worldDay })].some(
        ({ path }) => path === areaPath(home.county),
      ),
    )
    expect(able.length).toBeGreaterThan(0)
    for (const { person } of holders.filter((holder) => isAble(open, entry, holder))) {
      const answer = await askRoute(open, { entry, person, sample: { params: { county: home.county } } })
      const { ask }: { ask: readonly string[] } = JSON.parse(answer.body)
      expect(ask).toHaveLength(Math.min(3, able.length))
      const known = new Set([...allowed(world, { who: person, verb: 'enrolment.read', day: worldDay })])
      for (const { unit } of able) known.add(unit)
      expect(strangersIn(answer.all, world, known.add(person.unit))).toEqual([])
    }
  })
})

describe('names and numbers', () => {
  const people = { method: 'GET', url: '/api/identity/people' }
  const one = { method: 'GET', url: '/api/identity/people/:county_code/:person_id' }
  /** Roles that work with people by name; all others who may see them see the first character. */
  const byName = ['supervisor', 'department_head', 'school_head', 'system_admin', 'security_admin', 'auditor']

  it('of people are never whole in lists and pages, and names only for roles that need them', async () => {
    const readers = open.holders.filter(
      ({ person }) => allowed(open.world, { who: person, verb: 'identity.read', day: worldDay }).size > 0,
    )
    expect(readers.length).toBeGreaterThan(8)
    for (const { person, role } of readers) {
      const params = { county_code: open.home.county, person_id: open.home.person }
      const [list, page] = [
        await askRoute(open, { entry: people, person, sample: { query: { size: 200 } } }),
        await askRoute(open, { entry: one, person, sample: { params } }),
      ]
      expect([list.status, page.status]).toEqual([200, 200])
      for (const whole of open.world.people.flatMap((other) => Object.values(numbersOf(open.world, other))))
        expect(`${list.all} ${page.all}`).not.toContain(whole)
      const rows: readonly { readonly name: string }[] = JSON.parse(list.body).rows
      expect(rows.length).toBeGreaterThan(0)
      for (const { name } of rows) expect(name.includes('*'), `${role} sees ${name}`).toBe(!byName.includes(role))
    }
  })

  it('are revealed one by one, each with one event that does not hold them', async () => {
    const head = open.holders.find(({ role, reach }) => role === 'department_head' && reach === 'county')
    const entry = { method: 'POST', url: `${one.url}/reveal` }
    const params = { county_code: open.home.county, person_id: open.home.person }
    if (head === undefined) throw new Error('nobody may reveal')
    await open.undone(async () => {
      const added = await eventsSince(open.owner)
      const body = { data: 'id_number', reason: '核对学籍' }
      const answer = await askRoute(open, { entry, person: head.person, sample: { params, body } })
      expect(answer.body).toContain(open.home.idNumber)
      const events = await added()
      expect(events.map(({ action, result }) => [action, result])).toEqual([['identity.reveal', 'done']])
      expect(JSON.stringify(events)).not.toContain(open.home.idNumber)
    })
  })
})

describe(unitNames, () => {
  it('tells names and townships of the own county and the names of others, nothing else of units', async () => {
    const { home, foreign } = open
    const holder = open.holders.find(({ role }) => role === 'school_clerk')
    if (holder === undefined) throw new Error('nobody works in a school')
    const entry = { method: 'GET', url: '/api/enrolment/units/:county' }
    const ask = (county: string) => askRoute(open, { entry, person: holder.person, sample: { params: { county } } })
    const own = await ask(home.county)
    const { units, counties }: Readonly<Record<string, readonly object[]>> = JSON.parse(own.body)
    if (units === undefined || counties === undefined) throw new Error(own.body)
    expect(units.length).toBeGreaterThan(1)
    expect(new Set(units.flatMap((unit) => Object.keys(unit)))).toEqual(new Set(['unit', 'kind', 'name', 'township']))
    expect(new Set(counties.flatMap((one) => Object.keys(one)))).toEqual(new Set(['county', 'name']))
    expect(own.body).not.toContain(foreign.county.real.unitName)
    expect((await ask(foreign.county.real.county)).status).toBe(404)
  })
})

describe('what is taken already', () => {
  const away = () => open.foreign.county.real
  const send = async (as: string, entry: { method: string; url: string }, body: NonNullable<Sample['body']>) => {
    const holder = open.holders.find(({ role, reach }) => role === as && reach === 'county')
    if (holder === undefined) throw new Error(`nobody is ${as}`)
    return open.undone(() => askRoute(open, { entry, person: holder.person, sample: { body } }))
  }

  it('in another county is free in one’s own: identity numbers and codes of units', async () => {
    const person = {
      county_code: open.home.county,
      unit_id: open.home.unit,
      name: '新来的人',
      id_number: away().idNumber,
    }
    expect((await send('system_admin', { method: 'POST', url: '/api/identity/people' }, person)).status).toBe(200)
    const unit = {
      county: open.home.county,
      kind: 'department',
      name: '新部门',
      parent_id: 'G',
      opened_on: '2026-11-20',
    }
    const answers = [
      await send('supervisor', { method: 'POST', url: '/api/organizations/units' }, { ...unit, name: away().unitName }),
      await send('supervisor', { method: 'POST', url: '/api/organizations/units' }, unit),
    ]
    expect(answers.map(({ status, body }) => [status, body])).toEqual([
      [200, answers[1]?.body],
      [200, answers[0]?.body],
    ])
  })
})
