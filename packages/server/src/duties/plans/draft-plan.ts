import { dayOf } from '@eduduty/core/calendar'
import type { DutyEntry, PlanDraft } from '@eduduty/core/duties'
import { treeAsOf } from '../../organizations/index.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { listDuties, type PackDuty } from './list-duties.ts'
import { getPlan, type PlanKey } from './plan-row.ts'
import { unitsOfDuty } from './units-of-duty.ts'

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
  return {
    plan,
    duties: (await listDuties(ctx.db)).map((one): DutyEntry => {
      const { units: on, unmatched } = unitsOfDuty(one.duty, units)
      return {
        ...entryOf(one),
        units: on.map(({ unit_id: unit, name }) => ({ unit, name })),
        unmatched: [...unmatched],
        tasks: counts.get(`${one.pack} ${one.duty.id}`) ?? 0,
      }
    }),
  }
}

function entryOf({ pack, duty }: PackDuty) {
  const { basis, indicator, deliverable } = duty
  return {
    ...{ pack, duty: duty.id, no: duty.no ?? '', title: duty.title, wording: duty.wording, level: duty.level },
    lists: [...duty.lists],
    basis: basisText(basis),
    is_unverified: duty.verified?.grade === 'U',
    proof: indicator ?? deliverable ?? '',
    due: duty.due ?? '',
  }
}

export const basisText = ({ document, article }: PackDuty['duty']['basis']): string =>
  article === undefined ? document : `${document}${article}`
