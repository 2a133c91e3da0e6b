import { type RoleId, roles } from '@eduduty/core/identity'
import { expect, it } from 'vitest'
import { endGrant } from '../../src/identity/grants/end-grant.ts'
import { endTenure } from '../../src/identity/grants/end-tenure.ts'
import { handOver } from '../../src/identity/grants/hand-over.ts'
import {
  addPerson,
  decideGrant,
  decideTenure,
  type PersonKey,
  proposeGrant,
  proposeTenure,
} from '../../src/identity/index.ts'
import { changeAccount } from '../../src/identity/people/change-account.ts'
import { openPost } from '../../src/organizations/index.ts'
import type { Database } from '../../src/platform/db/database.ts'
import { AppError } from '../../src/platform/errors/app-error.ts'
import { testKeyring } from '../harness/doors.ts'
import { onBothEngines } from '../harness/engines.ts'
import { appoint, asSystem, countyA, type PeopleWorld, pathIn, peopleWorld } from './people-world.ts'

const reason = '随机'
const yes = { approve: true, reason: '' }
const scope_path = pathIn(countyA)
const somebody = ['system_admin', 'security_admin', 'auditor', 'supervisor', 'leader'] as const satisfies RoleId[]

/** Small and repeatable: the same seed gives the same story. */
function dice(seed: number): (sides: number) => number {
  let state = seed
  return (sides) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * sides)
  }
}

const dayAt = (offset: number): string => new Date(Date.UTC(2026, 10, 20 + offset)).toISOString().slice(0, 10)

/** Persons in whom two duties meet on some day; asked of the rows by SQL alone. */
async function meetings(db: Database): Promise<readonly unknown[]> {
  const rows = await db.run<{ person_id: string; role: string; since: string; until: string }>(
    `select t.person_id, g.role, greatest(t.since, g.since)::text as since,
       least(t.until, g.until, '9999-12-31')::text as until
     from identity_tenures t join identity_grants g using (county_code, post_id)
     where t.status = 'approved' and g.status = 'approved'`,
  )
  const duty = (role: string): string => Object.entries(roles).find(([id]) => id === role)?.[1].duty ?? ''
  return rows.flatMap((one) =>
    rows.filter(
      (other) =>
        one.person_id === other.person_id &&
        duty(one.role) !== duty(other.role) &&
        one.since < one.until &&
        other.since < other.until &&
        one.since < other.until &&
        other.since < one.until,
    ),
  )
}

/** Refusals are part of the story; anything else is a fault. */
async function tried(work: Promise<unknown>): Promise<string> {
  try {
    await work
    return 'done'
  } catch (error) {
    if (error instanceof AppError && error.status < 500) return error.code
    throw error
  }
}

async function peopleAndPosts(world: PeopleWorld, count: number) {
  return asSystem(world, async (ctx) => {
    const persons: PersonKey[] = []
    const posts: string[] = []
    for (let at = 0; at < count; at += 1) {
      const who = { county_code: countyA, unit_id: 'D01', name: `人${at}` }
      persons.push(await addPerson(ctx, who, testKeyring()))
      posts.push((await openPost(ctx, { county: countyA, unitId: 'D01', title: `岗${at}` })).postId)
    }
    return { persons: persons.map((person) => person.personId), posts }
  })
}

onBothEngines((database, engine) => {
  it('random proposals, decisions, handovers and ends never let excluded roles meet in one person', async () => {
    const world = await peopleWorld(database())
    const { persons, posts } = await peopleAndPosts(world, 4)
    const seed = Date.now() % 100_000
    const roll = dice(seed)
    const pick = <T>(list: readonly T[]): T | undefined => list[roll(list.length)]
    const tenures: string[] = []
    const grants: string[] = []
    const outcomes = new Map<string, number>()
    for (let step = 0; step < 250; step += 1) {
      const at = { county_code: countyA, post_id: pick(posts) ?? '', since: dayAt(roll(20)), reason }
      const until = roll(2) === 0 ? {} : { until: dayAt(6 + roll(30)) }
      const tenure = { county: countyA, tenureId: pick(tenures) ?? 'none' }
      const grant = { county: countyA, grantId: pick(grants) ?? 'none' }
      const on = { on: dayAt(5 + roll(20)), reason }
      const moves = [
        () =>
          asSystem(world, async (ctx) => {
            const kind = roll(3) === 0 ? 'substitute' : 'holder'
            const made = await proposeTenure(ctx, { ...at, ...until, person_id: pick(persons) ?? '', kind })
            tenures.push(made.id)
          }),
        () =>
          asSystem(world, async (ctx) => {
            grants.push((await proposeGrant(ctx, { ...at, ...until, role: pick(somebody) ?? 'leader', scope_path })).id)
          }),
        () => asSystem(world, (_, second) => decideTenure(second, tenure, yes)),
        () => asSystem(world, (_, second) => decideGrant(second, grant, yes)),
        () => asSystem(world, (_, second) => decideTenure(second, { ...tenure, tenureId: tenures.at(-1) ?? '' }, yes)),
        () => asSystem(world, (_, second) => decideGrant(second, { ...grant, grantId: grants.at(-1) ?? '' }, yes)),
        () =>
          asSystem(world, async (ctx) => {
            tenures.push((await handOver(ctx, tenure, { ...on, person_id: pick(persons) ?? '' })).id)
          }),
        () => asSystem(world, (ctx) => endTenure(ctx, tenure, on)),
        () => asSystem(world, (ctx) => endGrant(ctx, grant, on)),
      ]
      const outcome = await tried((pick(moves) ?? (() => Promise.resolve()))())
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
      expect(await meetings(world.db), `seed ${seed}, step ${step}`).toEqual([])
    }
    expect(outcomes.get('identity.kept_apart') ?? 0, `seed ${seed}`).toBeGreaterThan(0)
    expect(outcomes.get('done') ?? 0, `seed ${seed}`).toBeGreaterThan(20)
    await world.db.run("update identity_tenures set status = 'withdrawn' where proposed_by like 'system%'")
  })

  if (engine === 'embedded') return

  it('two decisions at one moment do not slip past each other', async () => {
    const world = await peopleWorldAgain(database())
    for (let round = 0; round < 12; round += 1) {
      const { persons, posts } = await peopleAndPosts(world, 2)
      const [person = ''] = persons
      const [one = '', other = ''] = posts
      const at = (post_id: string) => ({ county_code: countyA, post_id, since: '2026-11-25', reason })
      const propose = (post: string, role: RoleId) =>
        asSystem(world, async (ctx, second) => ({
          tenure: await proposeTenure(ctx, { ...at(post), person_id: person, kind: 'holder' }),
          grant: await proposeGrant(ctx, { ...at(post), role, scope_path }),
          second,
        }))
      const first = await propose(one, 'auditor')
      const later = await propose(other, 'system_admin')
      const tenure = ({ id }: { id: string }) =>
        asSystem(world, (_, second) => decideTenure(second, { county: countyA, tenureId: id }, yes))
      const grant = ({ id }: { id: string }) =>
        asSystem(world, (_, second) => decideGrant(second, { county: countyA, grantId: id }, yes))
      // First what may stand together, then at one moment what may not.
      const kinds = [
        {
          before: [() => grant(first.grant), () => grant(later.grant)],
          race: [() => tenure(first.tenure), () => tenure(later.tenure)],
        },
        {
          before: [() => tenure(first.tenure), () => tenure(later.tenure)],
          race: [() => grant(first.grant), () => grant(later.grant)],
        },
        {
          before: [() => tenure(first.tenure), () => grant(later.grant)],
          race: [() => grant(first.grant), () => tenure(later.tenure)],
        },
      ]
      const kind = kinds[round % kinds.length]
      for (const step of kind?.before ?? []) await step()
      const outcomes = await Promise.all((kind?.race ?? []).map((step) => tried(step())))
      expect(outcomes.toSorted(), `round ${round}`).toEqual(['done', 'identity.kept_apart'])
      expect(await meetings(world.db)).toEqual([])
    }
  })

  it('of two last administrators disabled at one moment one stays', async () => {
    const world = await peopleWorldAgain(database())
    for (let round = 0; round < 6; round += 1) {
      await world.db.run("update identity_accounts set status = 'disabled'")
      const pair = [
        await appoint(world, { unit: 'D01', role: 'security_admin' }),
        await appoint(world, { unit: 'D01', role: 'security_admin' }),
      ]
      const outcomes = await Promise.all(
        pair.map((person) => tried(asSystem(world, (ctx) => changeAccount(ctx, person, { enabled: false, reason })))),
      )
      expect(outcomes.toSorted()).toEqual(['done', 'identity.last_administrator'])
    }
  })
})

/** The units are there already from the first test. */
let again: PeopleWorld | undefined
async function peopleWorldAgain(db: Database): Promise<PeopleWorld> {
  again ??= await peopleWorld(db, { unitsPresent: true })
  return again
}
