import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { routes } from '../../src/http/routes.ts'
import { type InventoryEntry, listInventory } from '../../src/platform/http/route-inventory.ts'
import { type Answer, askRoute, sampleWith, slotsOf, withoutIds } from './ask-route.ts'
import { fingerprint } from './fingerprint.ts'
import { allowed } from './oracle.ts'
import { type RouteSample, routeSamples } from './route-samples.ts'
import { openRouteWorld, type RoleHolder, type RouteWorld, type Target } from './route-world.ts'
import { strangersIn, unitsShown } from './seen-by.ts'
import { worldDay } from './world-plan.ts'

const entries = await listInventory(routes)
const keyOf = ({ method, url }: InventoryEntry): string => `${method} ${url}`
let open: RouteWorld
let untouched: string

beforeAll(async () => {
  open = await openRouteWorld()
  untouched = await fingerprint(open.owner)
})
afterAll(async () => {
  await open.app.close()
  await open.owner.close()
})

function sampleOf(entry: InventoryEntry): RouteSample {
  const sample = routeSamples[keyOf(entry)]
  if (sample === undefined) throw new Error(`${keyOf(entry)} has no sample in test/access/route-samples.ts`)
  return sample
}

async function ask(
  entry: InventoryEntry,
  { person }: RoleHolder,
  sample: ReturnType<RouteSample['make']>,
): Promise<Answer> {
  const answer = await askRoute(open, { entry, person, sample })
  const asked = new Set(JSON.stringify(sample).match(/cnry[0-9a-z]{5}/g))
  const strangers = strangersIn(answer.all, open.world, unitsShown(open.world, person, entry)).filter(
    (canary) => !asked.has(canary),
  )
  expect(strangers, `${keyOf(entry)} as ${person.login}: ${answer.body.slice(0, 600)}`).toEqual([])
  return answer
}

const isAble = (entry: InventoryEntry, { person }: RoleHolder): boolean =>
  !('verb' in entry.access) || allowed(open.world, { who: person, verb: entry.access.verb, day: worldDay }).size > 0

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
    await open.undone(async () => {
      const answer = await ask(
        entry,
        holder,
        make(() => open.home),
      )
      expect([200, 204], answer.body).toContain(expects === answer.status ? 200 : answer.status)
    })
  })

  it('refuses whoever lacks its verb before it looks at any id', async () => {
    const sample = sampleOf(entry)
    const everywhere = slotsOf(sample, open.home).map((_kind, at) => at)
    const { real } = open.foreign.county
    const refused = open.holders.filter((holder) => holder.reach === 'county' && !isAble(entry, holder))
    for (const holder of refused) {
      const answer = await ask(entry, holder, sampleWith(sample, open.home, real, everywhere))
      expect([answer.status, answer.body]).toEqual([403, expect.stringContaining('"type":"access.denied"')])
    }
  })

  it('answers foreign ids as it answers ids that do not exist, and changes nothing', async () => {
    const sample = sampleOf(entry)
    const slots = slotsOf(sample, open.home)
    if (slots.length === 0) return
    for (const holder of askers(entry)) {
      for (const [at, kind] of slots.entries()) {
        for (const which of foreignOf(kind, holder))
          await compare(entry, holder, sample, { at, ...pairFor(kind, which) })
      }
    }
    expect(await fingerprint(open.owner)).toBe(untouched)
  })
})

/** Of own affairs and public routes two are enough: no role makes a difference there. */
function askers(entry: InventoryEntry): readonly RoleHolder[] {
  return 'verb' in entry.access ? open.holders.filter((holder) => isAble(entry, holder)) : open.holders.slice(0, 2)
}

/** What a request names, and not only filters by. */
const named = ({ params, body }: ReturnType<RouteSample['make']>): string => JSON.stringify([params, body])

type Which = 'county' | 'township'

function foreignOf(kind: 'place' | 'near' | 'far', { reach }: RoleHolder): readonly Which[] {
  const within: readonly Which[] = reach === 'township' ? ['township'] : []
  return kind === 'near' ? within : kind === 'far' ? ['county'] : ['county', ...within]
}

interface Pair {
  readonly real: Target
  readonly ghost: Target
}

function pairFor(kind: 'place' | 'near' | 'far', which: Which): Pair {
  const { real, ghost } = open.foreign[which]
  return kind === 'far' ? { real, ghost: { ...ghost, county: '980179' } } : { real, ghost }
}

async function compare(
  entry: InventoryEntry,
  holder: RoleHolder,
  sample: RouteSample,
  { at, real, ghost }: Pair & { readonly at: number },
) {
  const [foreign, nothing] = [
    await ask(entry, holder, sampleWith(sample, open.home, real, [at])),
    await ask(entry, holder, sampleWith(sample, open.home, ghost, [at])),
  ]
  const says = `${keyOf(entry)}, place ${at} as ${holder.role} of the ${holder.reach}`
  expect(withoutIds(foreign, real), says).toBe(withoutIds(nothing, ghost))
  if (named(sampleWith(sample, open.home, real, [at])) !== named(sample.make(() => open.home)))
    expect([400, 401, 403, 404, 409], says).toContain(foreign.status)
}
