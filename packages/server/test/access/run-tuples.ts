import { verbs } from '@eduduty/core/identity'
import { createApp } from '../../src/platform/http/create-app.ts'
import { ask, type Round, type Run, rightFor, type TupleOutcome } from './ask-tuples.ts'
import { changeSomething } from './change-world.ts'
import { ableAs, keptOutBy, type Obstacle, obstacles } from './kept-out.ts'
import type { OpenWorld } from './open-world.ts'
import { allowed } from './oracle.ts'
import { probeRoutes } from './probe-routes.ts'
import { confinedColumns } from './seed-world.ts'
import { deck, seededRandom, shuffled } from './seeded-random.ts'
import { type SeedPerson, worldDay } from './world-plan.ts'

export interface TupleOptions {
  readonly tuples: number
  readonly seed: number
  /** Stop when so many disagreements are found. */
  readonly enough?: number
  readonly onRound?: (outcome: TupleOutcome) => void
}

/** Asks the application about random tuples and compares each answer with the oracle's. */
export async function runTuples(open: OpenWorld, options: TupleOptions): Promise<TupleOutcome> {
  const outcome: TupleOutcome = {
    seed: options.seed,
    tuples: 0,
    allowed: 0,
    requests: 0,
    changes: 0,
    disagreements: [],
  }
  const app = await createApp({ deps: open.deps, routes: [probeRoutes] })
  const run: Run = {
    ...open,
    app,
    outcome,
    random: seededRandom(options.seed),
    rights: await rightsOf(open),
    asked: new Set(),
  }
  const cards = cardsFor(run)
  try {
    while (outcome.tuples < options.tuples && outcome.disagreements.length < (options.enough ?? 20)) {
      await askPairs(run, cards)
      await askPlaces(run, cards)
      await oneRound(run, cards)
      options.onRound?.(outcome)
    }
  } finally {
    await app.close()
  }
  return outcome
}

const ways = ['see', 'change', 'remove', 'add', 'push out'] as const

/** What is asked about: dealt, so that everything has come once before anything comes again. */
interface Cards {
  /** Every role with every verb, once. */
  readonly pairs: { readonly role: string; readonly verb: string }[]
  readonly places: readonly Pick<Round, 'table' | 'way'>[]
  readonly place: () => Pick<Round, 'table' | 'way'>
  readonly obstacle: () => Obstacle
}

function cardsFor(run: Run): Cards {
  const { random, rights } = run
  const places = [...rights].flatMap(([table, held]) =>
    ways.filter((way) => held.has(rightFor(way))).map((way) => ({ table, way })),
  )
  return {
    pairs: [
      ...shuffled(
        random,
        rolesIn(run).flatMap((role) => Object.keys(verbs).map((verb) => ({ role, verb }))),
      ),
    ],
    places,
    place: deck(random, places),
    obstacle: deck(random, obstacles),
  }
}

const rolesIn = ({ world }: Run): readonly string[] => [...new Set(world.grants.map(({ role }) => role))]

const pairsARound = 4

/**
 * Between the random rounds every role meets every verb: a verb too many or too few in one role is found within a few
 * thousand tuples, however the dice fall. Adding rows asks about few units at once.
 */
async function askPairs(run: Run, cards: Cards): Promise<void> {
  const { random, rights, world } = run
  const tables = [...rights].filter(([, held]) => held.has('INSERT')).map(([table]) => table)
  for (const { role, verb } of cards.pairs.splice(0, pairsARound)) {
    const able = ableAs(world, role)
    if (able.length > 0) await ask(run, { person: random.pick(able), verb, table: random.pick(tables), way: 'add' })
  }
}

const placesARound = 2

/** Every way into every table is tried by somebody who may do something there. */
async function askPlaces(run: Run, cards: Cards): Promise<void> {
  const { random, world } = run
  for (let asked = 0; asked < placesARound; asked += 1) {
    const able = ableAs(world, random.pick(rolesIn(run)))
    const person = able.length > 0 ? random.pick(able) : undefined
    const verbs = person === undefined ? [] : likelyVerbs(run, person)
    if (person !== undefined && verbs.length > 0) await ask(run, { person, verb: random.pick(verbs), ...cards.place() })
  }
}

async function oneRound(run: Run, cards: Cards): Promise<void> {
  const { random, outcome } = run
  const person = await somePerson(run, cards)
  const likely = likelyVerbs(run, person)
  const verb = random.pick(likely.length > 0 && random.chance(0.8) ? likely : Object.keys(verbs))
  const round: Round = { person, verb, ...random.pick(cards.places) }
  const key = [outcome.changes, person.id, verb, round.table, round.way].join(' ')
  if (run.asked.has(key)) return
  run.asked.add(key)
  await ask(run, round)
}

/**
 * Half of the time somebody whom one thing alone keeps out; else somebody of any role, each as often as every other, about
 * whom something may just have changed.
 */
async function somePerson(run: Run, cards: Cards): Promise<SeedPerson> {
  const { random, world, outcome } = run
  const keptOut = random.chance(0.5) ? keptOutBy(world, cards.obstacle()) : []
  if (keptOut.length > 0) return random.pick(keptOut)
  const role = random.pick(rolesIn(run))
  const { post } = random.pick(world.grants.filter((grant) => grant.role === role))
  const { person } = random.pick(world.tenures.filter((tenure) => tenure.post === post))
  if (random.chance(0.6)) {
    await changeSomething(run, person)
    outcome.changes += 1
  }
  return person
}

/** Verbs that the person's roles have, in force or not: where a mistake would most likely show. */
function likelyVerbs({ world }: Run, person: SeedPerson): readonly string[] {
  const always = { since: '0000-01-01', until: null, status: 'approved' }
  const tenures = world.tenures.filter((held) => held.person === person)
  const held = tenures.map((tenure) => ({
    ...tenure,
    ...always,
    post: { closedOn: null, unit: tenure.post.unit },
    from: tenure.post,
  }))
  const grants = held.flatMap(({ post, from }) =>
    world.grants.filter((grant) => grant.post === from).map((grant) => ({ ...grant, ...always, post })),
  )
  const facts = { units: world.units, tenures: held.map((tenure) => ({ ...tenure, person: active })), grants }
  return Object.keys(verbs).filter((verb) => allowed(facts, { who: active, verb, day: worldDay }).size > 0)
}

const active = { account: 'active' }

async function rightsOf({ owner }: OpenWorld): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const tables = [...(await confinedColumns(owner)).keys()]
  const rows = await owner.run<{ table: string; right: string }>(
    `select distinct table_name::text as "table", privilege_type::text as "right" from information_schema.role_table_grants
     where grantee = 'eduduty_app' and table_name = any ($1)`,
    [tables],
  )
  return new Map(
    tables.map((table) => [table, new Set(rows.filter((row) => row.table === table).map((row) => row.right))]),
  )
}
