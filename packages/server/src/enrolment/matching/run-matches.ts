import { dayOf } from '@eduduty/core/calendar'
import { areaPath } from '@eduduty/core/organizations'
import { findUnitColumn } from '@eduduty/core/packs'
import { type CountedRegister, countedRegisters, type TaskPack } from '../../collection/index.ts'
import { findCodedPaths } from '../../organizations/index.ts'
import type { Caller, Ctx } from '../../platform/ctx.ts'
import { quoteName } from '../../platform/db/identifiers.ts'
import { registerColumnName } from '../../platform/db/registers/register-table.ts'
import type { Door } from '../../platform/door.ts'
import type { Keyring } from '../../platform/keys/keyring.ts'
import { keepFindings } from './keep-findings.ts'
import { keepProposals } from './keep-proposals.ts'
import { type PlannedMatch, planMatch, registersOf, reversesOf } from './match-plan.ts'
import { readSettledPairs } from './read-settled.ts'
import { type MatchOutcome, type MatchRunning, runMatch } from './run-match.ts'

export interface MatchesToRun {
  readonly door: Door
  readonly caller: Caller
  readonly keyring: Keyring
  readonly county: string
  readonly year: number
  readonly pack: TaskPack
  readonly runId: string
  readonly report: (done: number, total: number) => void
}

/** Every comparison of a pack over the rows that count, one after the other; each is kept when it is done. */
export async function runMatches(run: MatchesToRun): Promise<void> {
  const { door, caller, county, year, pack } = run
  const matches = pack.pack.matches ?? []
  const registers = [...new Set(matches.flatMap(registersOf))]
  const counted = await door.read(caller, ({ db }) => countedRegisters(db, { county, pack, registers, year }))
  const { today, ...places } = await door.read(caller, async (ctx) => ({
    ...(await readPlaces(ctx, pack, county, [...counted.values()])),
    today: dayOf(ctx.now),
  }))
  for (const [at, match] of matches.entries()) {
    run.report(at, matches.length)
    const plan = planMatch(pack, match, counted)
    const key = { county, packId: pack.pack.pack.id, matchId: match.id, year, reverses: reversesOf(match, matches) }
    const settled = await door.read(caller, (ctx) => readSettledPairs(ctx, key))
    const outcome = await runMatch({ ...run, today } satisfies MatchRunning, plan, settled)
    const keeping = { ...key, ...places, keyring: run.keyring, title: match.title, runId: run.runId, plan }
    await door.write(caller, async (ctx) => {
      if (!outcome.isUnusable) await keepProposals(ctx, keeping, outcome)
      const asked = outcome.isUnusable ? 0 : await keepFindings(ctx, keeping, outcome)
      await keepResult(ctx, run, { plan, place: at, outcome, asked })
    })
  }
  run.report(matches.length, matches.length)
}

/** Where units stand, by their codes and as the rows of registers name them; and what they are called. */
async function readPlaces({ db }: Ctx, pack: TaskPack, county: string, counted: readonly CountedRegister[]) {
  const paths = new Map(await findCodedPaths(db, county))
  for (const { table, submissionIds } of counted) {
    const column = findUnitColumn(pack.pack, table.register)
    if (column === undefined || submissionIds.length === 0) continue
    const rows = await db.run<{ code: string | null; org_path: string }>(
      `select distinct ${quoteName(registerColumnName(column.id))} as code, org_path from ${quoteName(table.name)}
       where county_code = $1 and submission_id = any($2::text[])`,
      [county, submissionIds],
    )
    for (const { code, org_path } of rows) if (code !== null && !paths.has(code)) paths.set(code, org_path)
  }
  const units = await db.run<{ org_path: string; name: string }>(
    `select distinct on (u.org_path) u.org_path, v.name from organizations_units u
     join organizations_unit_versions v on v.county_code = $1 and v.unit_id = u.unit_id
     where u.county_code = $1 order by u.org_path, v.since desc`,
    [county],
  )
  const names = new Map(units.map(({ org_path, name }) => [org_path, name]))
  return { pathOf: (code: string) => paths.get(code), nameOf: (path: string) => names.get(path) ?? '本县' }
}

interface Result {
  readonly plan: PlannedMatch
  readonly place: number
  readonly outcome: MatchOutcome
  readonly asked: number
}

async function keepResult(ctx: Ctx, run: MatchesToRun, { plan, place, outcome, asked }: Result): Promise<void> {
  const { match, found, other } = plan
  const [left, right] = match.finds === '右边没有左边' ? [other, found] : [found, other]
  const titles = (sides: typeof found) => sides.map(({ counted }) => counted.table.register.title).join('、')
  const { counts, pairs } = outcome
  const isTurned = match.finds === '右边没有左边'
  await ctx.db.kysely
    .insertInto('enrolment_match_results')
    .values({
      county_code: run.county,
      run_id: run.runId,
      match_id: match.id,
      org_path: areaPath(run.county),
      place,
      title: match.title,
      finds: match.finds,
      ledger: match.ledger,
      left_title: titles(left),
      right_title: titles(right),
      left_rows: isTurned ? counts.right : counts.left,
      right_rows: isTurned ? counts.left : counts.right,
      matched: counts.matched,
      unmatched: counts.unmatched,
      exempt: counts.exempt,
      proposed: pairs.length,
      asked,
      warning: warningOf(plan),
    })
    .execute()
}

const MOST_NAMED = 3

/** What is not complete: who has not handed in a register, or nobody has. */
function warningOf({ found, other }: PlannedMatch): string {
  const words = [...found, ...other].flatMap(({ counted: { table, submissionIds, owing } }) => {
    const { title } = table.register
    if (submissionIds.length === 0) return [`《${title}》还没有人报，结果不能用`]
    if (owing.length === 0) return []
    const named = owing.slice(0, MOST_NAMED).join('、')
    return [`《${title}》还有${owing.length}个单位没有报（${named}${owing.length > MOST_NAMED ? '等' : ''}）`]
  })
  return [...new Set(words)].join('；')
}
