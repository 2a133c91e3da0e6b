import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { routes } from '../../src/http/routes.ts'
import { type InventoryEntry, listInventory } from '../../src/platform/http/route-inventory.ts'
import { askRoute, type Question } from './ask-route.ts'
import { fingerprint } from './fingerprint.ts'
import { headersOf } from './open-world.ts'
import { routeSamples, type Sample } from './route-samples.ts'
import { openRouteWorld, type RouteWorld } from './route-world.ts'
import { ask, keyOf, sampleOf, tryForeignIds, tryWithoutVerb } from './try-route.ts'
import type { SeedPerson } from './world-plan.ts'

const entries = await listInventory(routes)
const named = (list: readonly InventoryEntry[]) => list.map((entry) => [keyOf(entry), entry] as const)
const changing = entries.filter(({ changes }) => changes)
let open: RouteWorld
let untouched: string

beforeAll(async () => {
  open = await openRouteWorld()
  untouched = await fingerprint(open.owner)
})
afterAll(() => open.close())

function personFor(entry: InventoryEntry): SeedPerson {
  const holder = open.holders.find(({ role, reach }) => reach === 'county' && role === sampleOf(entry).as)
  if (holder === undefined) throw new Error(`nobody for ${keyOf(entry)}`)
  return holder.person
}

/** Sends the valid request of a route with something about it that is not as it should be. */
function send(entry: InventoryEntry, other: Partial<Omit<Question, 'entry' | 'person'>>) {
  return askRoute(open, { entry, person: personFor(entry), sample: sampleOf(entry).make(() => open.home), ...other })
}

describe('every route', () => {
  it('has a request to try it with, and every request has its route', () => {
    expect(Object.keys(routeSamples).toSorted()).toEqual(entries.map(keyOf).toSorted())
  })
})

describe.each(named(entries))('%s', (_, entry) => {
  it('answers its sample request when everything in it is at home', async () => {
    const { as, expects, make } = sampleOf(entry)
    const holder = open.holders.find(({ role, reach }) => role === as && reach === 'county')
    if (holder === undefined) throw new Error(`nobody is ${as}`)
    const sample = make(() => open.home)
    const { answer, faults } = await open.undone(() => ask(open, entry, holder, sample))
    expect(faults).toEqual([])
    expect([200, 204], answer.body).toContain(expects === answer.status ? 200 : answer.status)
  })

  it('refuses whoever lacks its verb before it looks at any id', async () => {
    expect(await tryWithoutVerb(open, entry)).toEqual([])
  })

  it('answers foreign ids as it answers ids that do not exist, and changes nothing', async () => {
    expect(await tryForeignIds(open, entry)).toEqual([])
    if (entry.changes) expect(await fingerprint(open.owner)).toBe(untouched)
  })
})

describe.each(named(changing))('%s', (_, entry) => {
  it('is not to be had from another page', async () => {
    for (const origin of ['http://elsewhere.example', 'null']) {
      const { status, body } = await send(entry, { headers: { origin } })
      expect([status, body]).toEqual([400, expect.stringContaining('request.refused')])
    }
    if ('public' in entry.access) return
    const other = open.holders.find(({ person }) => person !== personFor(entry))
    for (const token of [undefined, '', 'a'.repeat(43), other && headersOf(other.person)['x-eduduty-csrf']]) {
      const { status, body } = await send(entry, { headers: { 'x-eduduty-csrf': token } })
      expect([status, body]).toEqual([403, expect.stringContaining('access.foreign_page')])
    }
  })

  it('takes JSON as JSON only, and no forms', async () => {
    const sample = sampleOf(entry).make(() => open.home)
    if (sample.body === undefined) return
    const text = JSON.stringify(sample.body)
    const types = ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'text/json']
    for (const type of types) {
      const { body: _body, ...rest } = sample
      const answer = await send(entry, { sample: { ...rest, file: text }, headers: { 'content-type': type } })
      expect([400, 415], type).toContain(answer.status)
    }
  })

  it('takes no field that it does not ask for', async () => {
    const sample = sampleOf(entry).make(() => open.home)
    if (sample.body === undefined) return
    for (const [name, value] of Object.entries(extras)) {
      for (const body of withExtra(sample.body ?? {}, name, value)) {
        const answer = await send(entry, { sample: { ...sample, body } })
        expect([answer.status, name, answer.body]).toEqual([400, name, expect.stringContaining('request.invalid')])
      }
    }
  })

  it('is not done by asking with GET, HEAD or OPTIONS', async () => {
    for (const method of ['HEAD', 'OPTIONS', 'GET']) {
      const isOther = entries.some((known) => known.url === entry.url && known.method === 'GET')
      if (isOther && method !== 'OPTIONS') continue
      const question = { entry: { ...entry, method }, person: personFor(entry), sample: paramsOnly(entry) }
      expect([400, 404]).toContain((await askRoute(open, question)).status)
    }
  })

  it('has changed nothing by any of this', async () => {
    expect(await fingerprint(open.owner)).toBe(untouched)
  })
})

describe.each(named(entries.filter(({ changes }) => !changes)))('%s', (_, entry) => {
  it('changes nothing', async () => {
    const { expects = 200, make } = sampleOf(entry)
    const { status } = await askRoute(open, { entry, person: personFor(entry), sample: make(() => open.home) })
    // What was asked for before may be there by now, as a county check that was begun.
    expect([200, 204, expects]).toContain(status)
    expect(await fingerprint(open.owner)).toBe(untouched)
  })
})

/** What a form could try to set along with what it may set. */
const extras = {
  org_id: '98/',
  org_path: '98/',
  status: 'approved',
  role_id: 'security_admin',
  is_admin: true,
  is_demo: true,
  owner: 'system',
  score: 100,
  locked: false,
  decided_by: 'system',
  proposed_by: 'system',
  password_hash: 'x',
} as const

/** The body with one field more: at its top, and in every object within it. */
function withExtra(
  body: Readonly<Record<string, unknown>>,
  name: string,
  value: unknown,
): Readonly<Record<string, unknown>>[] {
  const deeper = Object.entries(body).flatMap(([key, inner]) => {
    if (Array.isArray(inner)) {
      const [first, ...rest]: readonly unknown[] = inner
      return isObject(first)
        ? withExtra(first, name, value).map((changed) => ({ ...body, [key]: [changed, ...rest] }))
        : []
    }
    return isObject(inner) ? withExtra(inner, name, value).map((changed) => ({ ...body, [key]: changed })) : []
  })
  return [{ ...body, [name]: value }, ...deeper]
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function paramsOnly(entry: InventoryEntry): Sample {
  const { params = {} } = sampleOf(entry).make(() => open.home)
  return { params }
}
