import {
  addCohorts,
  type CohortBook,
  type CohortCounts,
  type CohortGroup,
  type CohortRows,
  type CohortStage,
  cohortGroupTitles,
} from '@eduduty/core/enrolment'
import { maskName } from '@eduduty/core/identity'
import { findUnitNames } from '../../../organizations/index.ts'
import type { Ctx } from '../../../platform/ctx.ts'
import type { Queries } from '../../../platform/db/database.ts'
import { quoteName } from '../../../platform/db/identifiers.ts'
import { assertKnownCounty } from '../../county-reach.ts'
import { readPackLimit } from '../../pack-limit.ts'
import { countedRows, newerFirst } from '../ledger-tables.ts'

/** SQL: how a pupil came into the cohort, and where each is at its end. */
const wayOf = `case r.cohort_entry when '转入' then 'moved_in' else 'entered' end`
const endOf = `case r.cohort_outcome when '毕业' then 'graduated' when '在读' then 'repeats' when '休学' then 'suspended'
  when '转出' then case when r.within_county then 'moved_within' else 'moved_beyond' end
  when '出国出境' then 'abroad' when '死亡' then 'deceased' when '辍学' then 'dropped' else 'unknown' end`

/** SQL: 学届名册 of a county ($1) and year ($2) within reach, each pupil once. */
const pupilsSql = (table: string): string => `select distinct on (r.school_code, r.cohort_no) r.*, ${wayOf} as way,
    ${endOf} as ending
  from ${countedRows(table)}
  order by r.school_code, r.cohort_no, ${newerFirst}`

async function findTable(db: Queries): Promise<string | undefined> {
  const [row] = await db.run<{ table_name: string }>(
    `select table_name from packs_register_tables where register_id = 'cohort_roster'
     order by pack_id = 'dropout-control' desc, generation desc limit 1`,
  )
  return row === undefined ? undefined : quoteName(row.table_name)
}

interface GroupLine {
  readonly path: string
  readonly stage: CohortStage
  readonly way: CohortGroup
  readonly ending: CohortGroup
  readonly pupils: string
}

/**
 * What became of the class that left in a school year, by school, as far as the caller reaches. Without `year` the latest.
 * Errors: `enrolment.county_not_found`.
 */
export async function readCohorts(ctx: Ctx, county: string, wanted: number | undefined): Promise<CohortBook> {
  assertKnownCounty(ctx, county)
  const table = await findTable(ctx.db)
  const followed = {
    小学: await readPackLimit(ctx, 'cohort_primary'),
    初中: await readPackLimit(ctx, 'cohort_junior'),
  }
  if (table === undefined) return { years: [], year: wanted ?? 0, followed, places: [] }
  const found = await ctx.db.run<{ year: number }>(
    `select distinct year from ${table} where county_code = $1 order by year desc`,
    [county],
  )
  const years = found.map(({ year }) => year)
  const year = wanted ?? years[0] ?? 0
  const lines = await ctx.db.run<GroupLine>(
    `select c.org_path as path, c.cohort_stage as stage, c.way, c.ending, count(*) as pupils from (${pupilsSql(table)}) c
     group by c.org_path, c.cohort_stage, c.way, c.ending order by c.org_path, c.cohort_stage`,
    [county, year],
  )
  const names = await findUnitNames(ctx.db, county, [...new Set(lines.map(({ path }) => path))])
  const places = new Map<string, CohortBook['places'][number]>()
  for (const { path, stage, way, ending, pupils } of lines) {
    const key = `${path} ${stage}`
    const before = places.get(key) ?? { path, name: names.get(path) ?? '本单位以外', stage, counts: none }
    places.set(key, { ...before, counts: plus(plus(before.counts, way, Number(pupils)), ending, Number(pupils)) })
  }
  return { years, year, followed, places: [...places.values()] }
}

const none = addCohorts([])

const plus = (counts: CohortCounts, group: CohortGroup, pupils: number): CohortCounts => ({
  ...counts,
  [group]: counts[group] + pupils,
})

export interface CohortSearch {
  readonly stage: CohortStage
  readonly group: CohortGroup
  readonly unit?: string
  readonly offset?: number
}

const AT_ONCE = 100

interface PupilLine {
  readonly id: string
  readonly name: string
  readonly path: string
  readonly way: CohortGroup
  readonly joined_on: string
  readonly ending: CohortGroup
  readonly ended_on: string
  readonly destination: string
  readonly proof: string
}

/** The pupils behind one number, names masked. Errors: `enrolment.county_not_found`. */
export async function listCohortRows(
  ctx: Ctx,
  { county, year }: { readonly county: string; readonly year: number },
  { stage, group, unit = '', offset = 0 }: CohortSearch,
): Promise<CohortRows> {
  assertKnownCounty(ctx, county)
  const table = await findTable(ctx.db)
  if (table === undefined) return { total: 0, rows: [] }
  const matching = `(${pupilsSql(table)}) c where c.cohort_stage = $3 and $4 in (c.way, c.ending)
    and starts_with(c.org_path, $5)`
  const values = [county, year, stage, group, unit]
  const [counted] = await ctx.db.run<{ total: string }>(`select count(*) as total from ${matching}`, values)
  const lines = await ctx.db.run<PupilLine>(
    `select c.school_code || '/' || c.cohort_no as id, c.pupil_name as name, c.org_path as path, c.way,
       coalesce(c.joined_on::text, '') as joined_on, c.ending, coalesce(c.outcome_on::text, '') as ended_on,
       coalesce(c.destination, '') as destination, coalesce(c.outcome_proof, '') as proof
     from ${matching} order by c.org_path, c.cohort_no limit ${AT_ONCE} offset $6`,
    [...values, offset],
  )
  const names = await findUnitNames(ctx.db, county, [...new Set(lines.map(({ path }) => path))])
  return {
    total: Number(counted?.total ?? 0),
    rows: lines.map(({ name, path, way, ending, ...rest }) => ({
      ...rest,
      name: maskName(name),
      school: names.get(path) ?? '',
      way: cohortGroupTitles[way],
      end: cohortGroupTitles[ending],
    })),
  }
}
