import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { routes } from '../../src/http/routes.ts'
import { listInventory } from '../../src/platform/http/route-inventory.ts'
import { fingerprint } from './fingerprint.ts'
import { routeSamples } from './route-samples.ts'
import { openRouteWorld, type RouteWorld } from './route-world.ts'
import { ask, keyOf, sampleOf, tryForeignIds, tryWithoutVerb } from './try-route.ts'

const entries = await listInventory(routes)
let open: RouteWorld
let untouched: string

beforeAll(async () => {
  open = await openRouteWorld()
  untouched = await fingerprint(open.owner)
})
afterAll(() => open.close())

describe('every route', () => {
  it('has a request to try it with, and every request has its route', () => {
    expect(Object.keys(routeSamples).toSorted()).toEqual(entries.map(keyOf).toSorted())
  })
})

describe.each(entries.map((entry) => [keyOf(entry), entry] as const))('%s', (_, entry) => {
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
    expect(await fingerprint(open.owner)).toBe(untouched)
  })
})
