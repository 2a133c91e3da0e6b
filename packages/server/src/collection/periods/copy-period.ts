import { type CopiedPlan, proposeReporters } from '@eduduty/core/collection'
import type { Ctx } from '../../platform/ctx.ts'
import { getTaskPack } from '../packs/task-pack.ts'
import { listReportingUnits } from './offer-period.ts'
import { getPeriod, type PeriodKey } from './read-periods.ts'

interface Planned {
  readonly register: string
  readonly unit_id: string
  readonly unit_name: string
  readonly has_first_review: boolean
}

/** A plan for the next year made from a period: its registers and units, its dates a year on. Nothing is stored. */
export async function copyPeriod(ctx: Ctx, key: PeriodKey): Promise<CopiedPlan> {
  const row = await getPeriod(ctx, key)
  const pack = await getTaskPack(ctx.db, { packId: row.pack_id, hash: row.pack_hash })
  const tasks = await ctx.db.run<Planned>(
    `select register, unit_id, unit_name, has_first_review from collection_tasks
     where county_code = $1 and period_id = $2 order by register, org_path`,
    [key.county, key.periodId],
  )
  const units = await listReportingUnits(ctx, key.county)
  const present = new Set(units.map(({ unit_id }) => unit_id))
  const judged = units.map((unit) => ({ ...unit, schoolType: unit.school_type }))
  const added = new Set<string>()
  const plans = [...new Set(tasks.map(({ register }) => register))].map((register) => {
    const own = tasks.filter((task) => task.register === register)
    const before = new Set(own.map(({ unit_id }) => unit_id))
    const fresh = proposeReporters(pack.register(register), judged).filter(({ unit_id }) => !before.has(unit_id))
    // A unit left out on purpose last time is not new: only one that the whole period did not know is.
    const unknown = fresh.filter(({ unit_id }) => !tasks.some((task) => task.unit_id === unit_id))
    for (const unit of unknown) added.add(unit.name)
    return {
      register,
      unit_ids: [
        ...own.map(({ unit_id }) => unit_id).filter((id) => present.has(id)),
        ...unknown.map((one) => one.unit_id),
      ],
      has_first_review: own.some(({ has_first_review }) => has_first_review),
    }
  })
  const dropped = new Map(
    tasks.filter(({ unit_id }) => !present.has(unit_id)).map((one) => [one.unit_id, one.unit_name]),
  )
  return {
    title: nextTitle(row.title, row.year),
    year: row.year + 1,
    term: row.term,
    opens_on: yearOn(row.opens_on),
    closes_on: yearOn(row.closes_on),
    plans: plans.filter(({ unit_ids }) => unit_ids.length > 0),
    dropped: [...dropped.values()],
    added: [...added],
  }
}

function nextTitle(title: string, year: number): string {
  return title.includes(String(year)) ? title.replaceAll(String(year), String(year + 1)) : `${title}（${year + 1}年）`
}

/** The same day a year later; of 29 February the 28th. */
function yearOn(day: string): string {
  const next = `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`
  return day.endsWith('-02-29') ? `${next.slice(0, 8)}28` : next
}
