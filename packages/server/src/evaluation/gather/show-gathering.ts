import { type DeliveryActor, type GatheringAnswer, State } from '@eduduty/core/evaluation'
import { dayOf } from '@eduduty/core/identity'
import { areaPath, isWithin } from '@eduduty/core/organizations'
import type { Gathering } from '@eduduty/core/packs'
import { Value } from 'typebox/value'
import { getTaskPack } from '../../collection/index.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { Queries } from '../../platform/db/database.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { listDeliveries, newestByCounty } from './delivery-rows.ts'
import { readKeptGathered } from './kept-gathered.ts'
import { listMembers } from './list-members.ts'
import { type GatheredSource, listSources } from './read-gathered.ts'

export interface GatheringWanted {
  readonly area?: string
  readonly pack?: string
  readonly year?: number
}

/** A pack that takes rows from below, as it was installed last. */
interface GatheringPack {
  readonly id: string
  readonly title: string
  readonly hash: string
}

/**
 * How far a city's (province's) year has come. `actor`: for whom. Errors: `evaluation.gathering_no_area` for whoever sees
 * no city or province as a whole, `evaluation.gathering_no_pack` where no pack takes anything from below.
 */
export async function showGathering(ctx: Ctx, wanted: GatheringWanted, actor: DeliveryActor): Promise<GatheringAnswer> {
  const areas = await listAreas(ctx)
  const area = areas.find(({ code }) => code === wanted.area) ?? areas[0]
  if (area === undefined) throw new AppError('evaluation.gathering_no_area')
  const packs = await listGatheringPacks(ctx.db)
  const chosen = packs.find(({ id }) => id === wanted.pack) ?? packs[0]
  if (chosen === undefined) throw new AppError('evaluation.gathering_no_pack')
  const { pack } = await getTaskPack(ctx.db, { packId: chosen.id, hash: chosen.hash })
  const rule = pack.gathers?.[0]
  if (rule === undefined) throw new AppError('evaluation.gathering_no_pack')
  const years = await listYears(ctx, area.code, rule)
  const year = wanted.year ?? years[0] ?? Number(dayOf(ctx.now).slice(0, 4))
  const counted = await listSources(ctx.db, { pack, area: area.code, year, kind: 'official' })
  return {
    areas,
    area: area.code,
    packs: packs.map(({ id, title }) => ({ id, title })),
    pack: chosen.id,
    years: [...new Set([year, ...years])].toSorted((a, b) => b - a),
    year,
    may_gather: actor.receives.some((scope) => isWithin(areaPath(area.code), scope)),
    members: await listStates(ctx, { rule, area: area.code, year, counted }, actor),
    ...(await findNewestRun(ctx.db, { area: area.code, pack: chosen.id, year, counted })),
  }
}

/** The cities and provinces that the caller sees as a whole. */
export async function listAreas({ db, scopes }: Ctx): Promise<GatheringAnswer['areas']> {
  const rows = await db.run<{ code: string; name: string }>(
    `select left(code, 6) as code, name from organizations_areas
     where level in ('province', 'city') and until is null order by level desc, code`,
  )
  return rows.filter(({ code }) => scopes.some((scope) => isWithin(areaPath(code), scope)))
}

/** Of each pack that takes rows from below the version installed last. */
export function listGatheringPacks(db: Queries): Promise<GatheringPack[]> {
  return db.run<GatheringPack>(
    `select distinct on (pack_id) pack_id as id, title, content_hash as hash from packs_installed
     where jsonb_array_length(coalesce(content -> 'gathers', '[]')) > 0
     order by pack_id, string_to_array(version, '.')::integer[] desc, installed_at desc`,
  )
}

async function listYears({ db }: Ctx, area: string, { packs }: Gathering): Promise<number[]> {
  const rows = await db.run<{ year: number }>(
    `select distinct year from evaluation_deliveries where pack_id = any($1::text[]) and starts_with(org_path, $2)
     order by year desc`,
    [packs, areaPath(area)],
  )
  return rows.map(({ year }) => year)
}

interface Standing {
  readonly rule: Gathering
  readonly area: string
  readonly year: number
  readonly counted: readonly GatheredSource[]
}

async function listStates(
  ctx: Ctx,
  { rule, area, year, counted }: Standing,
  actor: DeliveryActor,
): Promise<GatheringAnswer['members']> {
  const members = await listMembers(ctx.db, { area, level: rule.level, day: `${year}-12-31` })
  const counties = members.map(({ code }) => code)
  const newest = newestByCounty(await listDeliveries(ctx.db, { counties, packs: rule.packs, year }, actor))
  const runs = new Map(counted.flatMap((one) => (one.year === year ? [[one.code, one.run] as const] : [])))
  return members.map((county) => {
    const delivery = newest.get(county.code)
    const run = runs.get(county.code)
    return { county, ...(delivery !== undefined && { delivery }), ...(run !== undefined && { counted: run }) }
  })
}

interface RunWanted {
  readonly area: string
  readonly pack: string
  readonly year: number
  readonly counted: readonly GatheredSource[]
}

/** The newest evaluation of the area itself, an official one before a preview. */
async function findNewestRun(
  db: Queries,
  { area, pack, year, counted }: RunWanted,
): Promise<Pick<GatheringAnswer, 'run'>> {
  type Status = NonNullable<GatheringAnswer['run']>['status']
  const [run] = await db.run<{ run_id: string; status: Status; verdict: string; created_at: string }>(
    `select run_id, status, verdict, created_at from evaluation_runs
     where county_code = $1 and pack_id = $2 and year = $3
     order by status = 'official' desc, created_at desc, run_id limit 1`,
    [area, pack, year],
  )
  if (run === undefined) return {}
  const used = await readKeptGathered(db, { county: area, run: run.run_id })
  const words = (all: readonly GatheredSource[]): string =>
    all
      .map((one) => `${one.rule} ${one.year} ${one.code} ${one.run ?? ''}`)
      .toSorted()
      .join(';')
  return {
    run: {
      id: run.run_id,
      status: run.status,
      state: Value.Check(State, run.verdict) ? run.verdict : 'error',
      created_at: run.created_at,
      is_behind: words(used) !== words(counted),
    },
  }
}
