import type { MatchOverview, MatchResult, MatchRunView } from '@eduduty/core/enrolment'
import { countedYears } from '../../collection/index.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { assertReachesCounty } from '../county-reach.ts'
import { getMatchPack } from './find-match-pack.ts'
import { lineSql } from './findings.ts'
import type { MatchProgress } from './match-runs.ts'

interface RunRow {
  readonly run_id: string
  readonly state: 'running' | 'done' | 'failed'
  readonly year: number
  readonly started_at: string
  readonly started_by: string
  readonly problem: string
}

/**
 * What can be compared in a county and what the last run came to; in whole numbers, since who compares goes through the
 * children one by one. Errors: `enrolment.whole_county`, `enrolment.no_match_pack`.
 */
export async function readOverview(
  ctx: Ctx,
  county: string,
  progress: MatchProgress | undefined,
): Promise<MatchOverview> {
  assertReachesCounty(ctx, county)
  const { db } = ctx
  const pack = await getMatchPack(db)
  const matches = pack.pack.matches ?? []
  const first = matches[0]?.left.register
  const [run] = await db.run<RunRow>(
    `select run_id, state, year, started_at, started_by, problem from enrolment_match_runs
     where county_code = $1 order by started_at desc, run_id limit 1`,
    [county],
  )
  const results = await db.run<MatchResult>(
    `select match_id as match, title, finds, ledger, left_title, right_title, left_rows as left, right_rows as right,
       matched, unmatched, exempt, proposed, asked, warning
     from enrolment_match_results where county_code = $1 and run_id = $2 order by place`,
    [county, run?.run_id ?? ''],
  )
  return {
    pack_title: pack.pack.pack.title,
    years: first === undefined ? [] : [...(await countedYears(db, { county, pack }, first))],
    matches: matches.map(({ id, title, heading = '', basis, verified }) => ({
      match: id,
      title,
      heading,
      basis: [basis.document, basis.article, basis.note].filter((part) => part !== undefined).join('，'),
      is_unverified: verified?.grade === 'U',
    })),
    ...(run !== undefined && { run: presentRun(run, progress) }),
    results,
    open_proposals: await countOpen(ctx, 'enrolment_proposals', county),
    open_findings: await countOpen(ctx, 'enrolment_findings', county, `distinct (${lineSql})`),
  }
}

/** A run that nobody is at any more was cut off by the end of the program. */
function presentRun(
  { run_id, problem, started_at, ...run }: RunRow,
  progress: MatchProgress | undefined,
): MatchRunView {
  const { done = 0, total = 0 } = progress?.runId === run_id ? progress : {}
  const wasCut = run.state === 'running' && progress?.runId !== run_id
  const says = wasCut ? '程序在比对中途停过，请重新比对。' : problem
  return {
    ...run,
    ...(wasCut && { state: 'failed' as const }),
    started_at: new Date(started_at).toISOString(),
    done,
    total,
    ...(says !== '' && { problem: says }),
  }
}

async function countOpen(
  { db }: Ctx,
  table: 'enrolment_proposals' | 'enrolment_findings',
  county: string,
  what = '*',
): Promise<number> {
  const [row] = await db.run<{ open: number }>(
    `select count(${what}) as open from ${table} where county_code = $1 and state = 'open'`,
    [county],
  )
  return Number(row?.open ?? 0)
}
