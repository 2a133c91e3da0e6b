import { randomUUID } from 'node:crypto'
import { Assumptions, type Scenario, type ScenarioInput } from '@eduduty/core/evaluation'
import { areaPath } from '@eduduty/core/organizations'
import { Value } from 'typebox/value'
import type { Ctx } from '../../platform/ctx.ts'
import { SqlError } from '../../platform/db/sql-error.ts'
import { sqlstates } from '../../platform/db/sqlstates.ts'
import { AppError } from '../../platform/errors/app-error.ts'

/** Scenarios belong to a county, a pack and a year: a new run of the same finds them again. */
export interface ScenarioPlace {
  readonly county: string
  readonly packId: string
  readonly year: number
}

interface ScenarioRow {
  readonly scenario_id: string
  readonly title: string
  readonly note: string
  readonly assumptions: unknown
  readonly person_id: string
  readonly person_name: string
  readonly saved_at: string
}

export async function listScenarios(ctx: Ctx, { county, packId, year }: ScenarioPlace): Promise<Scenario[]> {
  const rows = await ctx.db.run<ScenarioRow>(
    `select scenario_id, title, note, assumptions, person_id, person_name, saved_at from evaluation_scenarios
     where county_code = $1 and pack_id = $2 and year = $3 order by saved_at desc, scenario_id limit 100`,
    [county, packId, year],
  )
  return rows.map((row) => ({
    id: row.scenario_id,
    title: row.title,
    note: row.note,
    assumptions: Value.Check(Assumptions, row.assumptions) ? row.assumptions : [],
    saved_by: row.person_name,
    saved_at: row.saved_at,
    is_own: row.person_id === ctx.actor.id,
  }))
}

/** Errors: `evaluation.scenario_title_taken`. */
export async function addScenario(ctx: Ctx, place: ScenarioPlace, input: ScenarioInput): Promise<{ id: string }> {
  await assertTitleFree(ctx, place, input.title.trim(), '')
  const id = randomUUID()
  const added = ctx.db.run(
    `insert into evaluation_scenarios (county_code, scenario_id, org_path, pack_id, year, title, note, assumptions,
       person_id, person_name, saved_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      place.county,
      id,
      areaPath(place.county),
      place.packId,
      place.year,
      input.title.trim(),
      input.note.trim(),
      JSON.stringify(input.assumptions),
      ctx.actor.id,
      ctx.actor.name,
      ctx.now,
    ],
  )
  await added.catch((error: unknown) => refuseTaken(error, input.title.trim()))
  ctx.audit({ action: 'evaluation.save_scenario', subject: id, detail: { title: input.title.trim() } })
  return { id }
}

/** Errors: `evaluation.scenario_not_found`, `evaluation.scenario_of_another`, `evaluation.scenario_title_taken`. */
export async function changeScenario(ctx: Ctx, place: ScenarioPlace, id: string, input: ScenarioInput): Promise<void> {
  await assertOwn(ctx, place, id)
  const title = input.title.trim()
  await assertTitleFree(ctx, place, title, id)
  const changed = ctx.db.run(
    `update evaluation_scenarios set title = $3, note = $4, assumptions = $5, saved_at = $6
     where county_code = $1 and scenario_id = $2`,
    [place.county, id, title, input.note.trim(), JSON.stringify(input.assumptions), ctx.now],
  )
  await changed.catch((error: unknown) => refuseTaken(error, title))
  ctx.audit({ action: 'evaluation.save_scenario', subject: id, detail: { title } })
}

/** Errors: `evaluation.scenario_not_found`, `evaluation.scenario_of_another`. */
export async function deleteScenario(ctx: Ctx, place: ScenarioPlace, id: string): Promise<void> {
  const title = await assertOwn(ctx, place, id)
  await ctx.db.run('delete from evaluation_scenarios where county_code = $1 and scenario_id = $2', [place.county, id])
  ctx.audit({ action: 'evaluation.delete_scenario', subject: id, detail: { title } })
}

/** Locked, so that of two changes at once neither is lost unseen. */
async function assertOwn(ctx: Ctx, { county, packId, year }: ScenarioPlace, id: string): Promise<string> {
  const [row] = await ctx.db.run<Pick<ScenarioRow, 'title' | 'person_id' | 'person_name'>>(
    `select title, person_id, person_name from evaluation_scenarios
     where county_code = $1 and scenario_id = $2 and pack_id = $3 and year = $4 for update`,
    [county, id, packId, year],
  )
  if (row === undefined) throw new AppError('evaluation.scenario_not_found')
  if (row.person_id !== ctx.actor.id) throw new AppError('evaluation.scenario_of_another', { name: row.person_name })
  return row.title
}

async function assertTitleFree(ctx: Ctx, place: ScenarioPlace, title: string, except: string): Promise<void> {
  const [taken] = await ctx.db.run(
    `select 1 from evaluation_scenarios
     where county_code = $1 and pack_id = $2 and year = $3 and title = $4 and scenario_id <> $5`,
    [place.county, place.packId, place.year, title, except],
  )
  if (taken !== undefined) throw new AppError('evaluation.scenario_title_taken', { title })
}

/** Of two who take a title at once the database lets one in. */
function refuseTaken(error: unknown, title: string): never {
  if (error instanceof SqlError && error.sqlstate === sqlstates.uniqueViolation)
    throw new AppError('evaluation.scenario_title_taken', { title })
  throw error
}
