import type { InventoryEntry } from '../../src/platform/http/route-inventory.ts'
import { type Answer, askRoute, type SlotKind, sampleWith, slotsOf, withoutIds } from './ask-route.ts'
import { canariesIn } from './marks.ts'
import { allowed } from './oracle.ts'
import { type RouteSample, routeSamples, type Sample } from './route-samples.ts'
import type { RoleHolder, RouteWorld, Target } from './route-world.ts'
import { strangersIn, unitsShown } from './seen-by.ts'
import { type SeedUnit, worldDay } from './world-plan.ts'

export const keyOf = ({ method, url }: Pick<InventoryEntry, 'method' | 'url'>): string => `${method} ${url}`

export function sampleOf(entry: InventoryEntry): RouteSample {
  const sample = routeSamples[keyOf(entry)]
  if (sample === undefined) throw new Error(`${keyOf(entry)} has no sample in test/access/route-samples.ts`)
  return sample
}

export function isAble({ world }: RouteWorld, { access }: InventoryEntry, { person: who }: RoleHolder): boolean {
  return !('verb' in access) || allowed(world, { who, verb: access.verb, day: worldDay }).size > 0
}

/** What is wrong with how a route answers whoever lacks its verb. */
export async function tryWithoutVerb(open: RouteWorld, entry: InventoryEntry): Promise<readonly string[]> {
  const sample = sampleOf(entry)
  const everywhere = slotsOf(sample, open.home).map((_kind, at) => at)
  const faults: string[] = []
  for (const holder of open.holders.filter(({ reach }) => reach === 'county')) {
    if (isAble(open, entry, holder)) continue
    const asked = await ask(open, entry, holder, sampleWith(sample, open.home, open.foreign.county.real, everywhere))
    faults.push(...asked.faults)
    if (asked.answer.status !== 403 || !asked.answer.body.includes('"type":"access.denied"'))
      faults.push(`${asked.says} answers ${asked.answer.status} ${asked.answer.body.slice(0, 200)}`)
  }
  return faults
}

/** What is wrong with how a route answers ids that are not the asker's: each id in turn, everything else at home. */
export async function tryForeignIds(open: RouteWorld, entry: InventoryEntry): Promise<readonly string[]> {
  const sample = sampleOf(entry)
  const faults: string[] = []
  for (const holder of askersOf(open, entry)) {
    for (const [at, kind] of slotsOf(sample, open.home).entries()) {
      for (const pair of pairsFor(open, kind, holder))
        faults.push(...(await compare(open, entry, holder, { at, ...pair })))
    }
  }
  return faults
}

/**
 * Everybody of the county who has the verb, and two of one township. Of own affairs and public routes two are enough: no
 * role makes a difference there.
 */
function askersOf(open: RouteWorld, entry: InventoryEntry): readonly RoleHolder[] {
  if (!('verb' in entry.access)) return open.holders.slice(0, 2)
  const able = open.holders.filter((holder) => isAble(open, entry, holder))
  const near = able.filter(({ reach }) => reach === 'township')
  return [...able.filter(({ reach }) => reach === 'county'), ...near.slice(0, 1), ...near.slice(1).slice(-1)]
}

interface Pair {
  readonly real: Target
  readonly ghost: Target
}

/** What is foreign at such a place to somebody of this reach, each with its like that does not exist. */
function pairsFor({ foreign }: RouteWorld, kind: SlotKind, { reach }: RoleHolder): readonly Pair[] {
  const within = reach === 'township' ? [foreign.township] : []
  const { real, ghost } = foreign.county
  if (kind === 'far') return [{ real, ghost: { ...ghost, county: '980179' } }]
  return kind === 'near' ? within : [{ real, ghost }, ...within]
}

/** What a request names, and not only filters by. */
const named = ({ params, body }: Sample): string => JSON.stringify([params, body])

async function compare(
  open: RouteWorld,
  entry: InventoryEntry,
  holder: RoleHolder,
  { at, real, ghost }: Pair & { readonly at: number },
) {
  const sample = sampleOf(entry)
  const before = await countEvents(open)
  const foreign = await ask(open, entry, holder, sampleWith(sample, open.home, real, [at]))
  const events = (await countEvents(open)) - before
  const nothing = await ask(open, entry, holder, sampleWith(sample, open.home, ghost, [at]))
  const [one, other] = [withoutIds(foreign.answer, real), withoutIds(nothing.answer, ghost)]
  const faults = [...foreign.faults, ...nothing.faults]
  if (one !== other)
    faults.push(`${foreign.says}, place ${at}: ${one.slice(0, 300)} — of nobody: ${other.slice(0, 300)}`)
  const isNamed = named(sampleWith(sample, open.home, real, [at])) !== named(sample.make(() => open.home))
  if (isNamed && ![400, 401, 403, 404, 409].includes(foreign.answer.status))
    faults.push(`${foreign.says}, place ${at}: answers ${foreign.answer.status}`)
  // What looks mistyped (400) need not leave an event.
  const fewest = foreign.answer.status === 400 ? 0 : 1
  if (isNamed && entry.changes && (events < fewest || events > 1))
    faults.push(`${foreign.says}, place ${at}: leaves ${events} events`)
  return faults
}

async function countEvents({ owner }: RouteWorld): Promise<number> {
  const [row] = await owner.run<{ events: number }>('select sum(head_no)::int as events from audit_chains')
  return row?.events ?? 0
}

export interface Asked {
  readonly answer: Answer
  readonly says: string
  /** Canaries that left the program and that the person may not see. */
  readonly faults: readonly string[]
}

/** One request, held against the master oracle: nothing that leaves holds a canary of what the person may not see. */
export async function ask(
  open: RouteWorld,
  entry: InventoryEntry,
  { person, role, reach }: RoleHolder,
  sample: Sample,
): Promise<Asked> {
  const answer = await askRoute(open, { entry, person, sample })
  const isKnown = ({ kind }: SeedUnit): boolean => kind === 'government' && sampleOf(entry).names === 'counties'
  const asked = new Set([
    ...canariesIn(JSON.stringify(sample)),
    ...open.world.units.filter(isKnown).map(({ canary }) => canary),
  ])
  const strangers = strangersIn(answer.all, open.world, unitsShown(open.world, person, entry))
  const says = `${keyOf(entry)} as ${role} of the ${reach}`
  return {
    answer,
    says,
    faults: strangers.filter((canary) => !asked.has(canary)).map((canary) => `${says}: ${canary}`),
  }
}
