import { dayOf } from '@eduduty/core/calendar'
import { type DutyEntry, departmentsNamed, type PlanDraft, unitsOfDuty } from '@eduduty/core/duties'
import type { UnitEntry } from '@eduduty/core/organizations'
import { treeAsOf } from '../../organizations/index.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { listDuties, type PackDuty } from './list-duties.ts'
import { listIndicators } from './list-indicators.ts'
import { indicatorNamer, type NameIndicator } from './name-indicator.ts'
import { getPlan, type PlanKey } from './plan-row.ts'

/** All duties of the packs, with the units of the county they fall to and what has been made of them this year. */
export async function draftPlan(ctx: Ctx, key: PlanKey): Promise<PlanDraft> {
  const plan = await getPlan(ctx, key)
  const units = await treeAsOf(ctx.db, key.county, dayOf(ctx.now))
  const made = await ctx.db.run<{ duty_pack: string; duty_id: string; tasks: number }>(
    `select duty_pack, duty_id, count(*) as tasks from duties_tasks
     where county_code = $1 and plan_id = $2 and duty_id is not null and state <> 'cancelled' group by duty_pack, duty_id`,
    [key.county, key.plan],
  )
  const counts = new Map(made.map(({ duty_pack: pack, duty_id: duty, tasks }) => [`${pack} ${duty}`, tasks]))
  const duties: DutyEntry[] = []
  const name = indicatorNamer(ctx.db)
  for (const one of await listDuties(ctx.db)) {
    const { units: on, unmatched } = unitsOfDuty(one.duty, units)
    duties.push({
      ...(await entryOf(name, one)),
      units: on.map(refOf),
      unmatched: [...unmatched],
      cooperating: departmentsNamed(one.duty.with ?? [], units).units.map(refOf),
      tasks: counts.get(`${one.pack} ${one.duty.id}`) ?? 0,
    })
  }
  return { plan, duties, indicators: [...(await listIndicators(ctx.db, plan))] }
}

const refOf = ({ unit_id: unit, name }: UnitEntry) => ({ unit, name })

async function entryOf(name: NameIndicator, { pack, duty }: PackDuty) {
  const { basis, indicator, deliverable, posts = [] } = duty
  return {
    pack,
    duty: duty.id,
    no: duty.no ?? '',
    title: duty.title,
    wording: duty.wording,
    level: duty.level,
    lists: [...duty.lists],
    basis: basisText(basis),
    is_unverified: duty.verified?.grade === 'U',
    ...(indicator !== undefined && { indicator: await refOfIndicator(name, pack, indicator) }),
    deliverable: deliverable ?? '',
    post: posts.join('、'),
    due: duty.due ?? '',
  }
}

/** `county-duty/retention`, or `retention` of the pack itself. */
async function refOfIndicator(name: NameIndicator, own: string, written: string) {
  const [pack = own, indicator = written] = written.includes('/') ? written.split('/') : []
  return { pack, indicator, ...(await name(pack, indicator)) }
}

export const basisText = ({ document, article }: PackDuty['duty']['basis']): string =>
  article === undefined ? document : `${document}${article}`
