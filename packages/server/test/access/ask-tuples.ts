import { Value } from 'typebox/value'
import type { App } from '../../src/platform/http/app-type.ts'
import type { OpenWorld } from './open-world.ts'
import { headersOf } from './open-world.ts'
import { allowed } from './oracle.ts'
import { Touched } from './probe-routes.ts'
import type { SeededRandom } from './seeded-random.ts'
import { type SeedPerson, type SeedUnit, worldDay } from './world-plan.ts'

/**
 * One tuple is one person in one state, one verb, and the rows of one unit in one table that are seen, changed, removed
 * or added. One request answers the tuples of all units at once, except for adding.
 */
export interface TupleOutcome {
  readonly seed: number
  tuples: number
  /** Those that the oracle allows. */
  allowed: number
  requests: number
  changes: number
  readonly disagreements: string[]
}

export interface Round {
  readonly person: SeedPerson
  readonly verb: string
  readonly table: string
  readonly way: 'see' | 'change' | 'remove' | 'add' | 'push out'
}

export interface Run extends OpenWorld {
  readonly app: App
  readonly random: SeededRandom
  readonly rights: ReadonlyMap<string, ReadonlySet<string>>
  readonly outcome: TupleOutcome
  readonly asked: Set<string>
}

/** What the application must be allowed to do with a table for the question to make sense. */
export const rightFor = (way: Round['way']): string =>
  way === 'remove' ? 'DELETE' : way === 'add' || way === 'see' ? 'INSERT' : 'UPDATE'

/** One question, where the application has the right to ask it of the table at all. */
export async function ask(run: Run, round: Round): Promise<void> {
  if (run.rights.get(round.table)?.has(rightFor(round.way)) !== true) return
  const expected = allowed(run.world, { who: round.person, verb: round.verb, day: worldDay })
  if (round.way === 'add' || round.way === 'push out') await askForEach(run, round, expected)
  else await askAtOnce(run, round, expected)
  await assertNothingStays(run, round)
}

/** One statement over all rows of the table: which of them it reached. */
async function askAtOnce(run: Run, round: Round, expected: ReadonlySet<SeedUnit>): Promise<void> {
  const { world, outcome } = run
  const reply = await send(run, round, [])
  // Rows of one's own that others still refer to: the statement was refused as a whole.
  if (round.way === 'remove' && expected.size > 0 && reply.refusal === '500') return
  const present = await placesIn(run, round.table)
  const reached = new Set(reply.rows)
  for (const unit of world.units) {
    if (!present.has(unit.path)) continue
    const [is, should] = [reached.delete(`${unit.path} ${unit.canary}`), expected.has(unit)]
    outcome.tuples += 1
    if (should) outcome.allowed += 1
    if (is !== should) disagree(run, round, `${unit.path}: ${is ? 'reached' : 'not reached'} (${reply.refusal})`)
  }
  for (const stranger of reached) disagree(run, round, `a row that nobody planned: ${stranger}`)
}

async function placesIn({ owner }: Run, table: string): Promise<ReadonlySet<string>> {
  const rows = await owner.run<{ org_path: string }>(`select distinct org_path from ${table}`)
  return new Set(rows.map((row) => row.org_path))
}

const refusedRow = '42501'
const thereAlready = '23505'

/** One statement for each of some rows: adding it again, or pushing one's own rows to its place. */
async function askForEach(run: Run, round: Round, expected: ReadonlySet<SeedUnit>): Promise<void> {
  const { outcome, owner, random, world } = run
  const units = Array.from({ length: 8 }, () => random.pick(world.units))
  const inside = [...expected]
  if (inside.length > 0) units.push(random.pick(inside), random.pick(inside))
  const rows = await owner.run<{ org_path: string; row: string }>(
    `select distinct on (org_path) org_path, to_jsonb(t)::text as "row" from ${round.table} t where org_path = any ($1) order by org_path`,
    [units.map((unit) => unit.path)],
  )
  const reply = await send(
    run,
    round,
    rows.map(({ row }) => row),
  )
  const present = await placesIn(run, round.table)
  const own = inside.filter((unit) => present.has(unit.path)).length
  for (const [at, { org_path }] of rows.entries()) {
    const unit = units.find(({ path }) => path === org_path)
    const should = unit !== undefined && expected.has(unit)
    const answer = reply.answers[at] ?? reply.refusal
    outcome.tuples += 1
    if (should) outcome.allowed += 1
    if (isRight(round, should, answer, { expected, own })) continue
    disagree(run, round, `${org_path}: ${should ? 'allowed' : 'foreign'}, answered ${answer}`)
  }
}

interface Reach {
  readonly expected: ReadonlySet<SeedUnit>
  /** How many units with rows in the table are within reach: without any there is nothing to push. */
  readonly own: number
}

/** A row of one's own that is there already is met as such; a foreign one must be refused before anything is said of it. */
function isRight({ way }: Round, should: boolean, answer: string, { expected, own }: Reach): boolean {
  if (expected.size === 0) return /^40[13]$/.test(answer)
  if (way === 'add') return answer === (should ? thereAlready : refusedRow)
  return should ? answer !== refusedRow : answer === refusedRow || own === 0
}

interface Reply {
  readonly rows: readonly string[]
  readonly answers: readonly string[]
  /** HTTP status, or the SQLSTATE, when nothing was answered. */
  readonly refusal: string
}

async function send(
  { app, outcome }: Run,
  { person, verb, table, way }: Round,
  offered: readonly string[],
): Promise<Reply> {
  outcome.requests += 1
  const headers = headersOf(person)
  const url = `/api/probe/${verb}`
  const answer =
    way === 'see'
      ? await app.inject({ method: 'GET', url: `${url}?table=${table}`, headers })
      : await app.inject({ method: 'POST', url, headers, payload: { table, way, offered } })
  const body: unknown = answer.json()
  if (answer.statusCode === 200 && Value.Check(Touched, body)) return { ...body, refusal: '' }
  return { rows: [], answers: [], refusal: String(answer.statusCode) }
}

/** A session that goes back to the pool keeps neither role nor scopes. */
async function assertNothingStays(run: Run, round: Round): Promise<void> {
  const [left] = await run.deps.db.run<{ role: string; scopes: string }>(
    `select case when current_user = session_user then '' else current_user end as role,
       concat(current_setting('app.scope_from', true), current_setting('app.scope_to', true), current_setting('app.scopes', true)) as scopes`,
  )
  if (left !== undefined && left.role === '' && left.scopes === '') return
  disagree(run, round, `the session kept ${left?.role} ${left?.scopes}`)
}

function disagree({ outcome, world }: Run, { person, verb, table, way }: Round, what: string): void {
  const roles = world.grants.filter((grant) =>
    world.tenures.some((held) => held.person === person && held.post === grant.post),
  )
  const held = roles.map((grant) => `${grant.role}@${grant.scope}`).join(' ')
  outcome.disagreements.push(`${person.login} (${held}) ${verb} ${way} ${table} ${what}`)
}
