import type { PledgedTask } from '@eduduty/core/duties'
import type { DutyLevel } from '@eduduty/core/packs'
import type { Acting } from '../acting.ts'
import { basisText } from '../plans/draft-plan.ts'
import { indicatorTitle } from '../plans/indicator-title.ts'
import { listDuties, type PackDuty } from '../plans/list-duties.ts'
import { departmentsNamed } from '../plans/units-of-duty.ts'
import type { PledgeParty } from './list-parties.ts'
import type { PledgedPlan } from './pledge-words.ts'

interface TaskRow {
  readonly org_path: string
  readonly unit_id: string
  readonly no: string
  readonly title: string
  readonly wording: string
  readonly due_on: string
  readonly basis: string
  readonly deliverable: string
  readonly indicator: string | null
  readonly indicator_pack: string | null
}

const EVERY = '各部门'

/**
 * What each party promises: the tasks that were given out to it, or where it has none, the duties that fall to its level by
 * law.
 */
export async function readPledgedTasks(
  acting: Acting,
  { county, plan, year }: PledgedPlan,
  parties: readonly PledgeParty[],
): Promise<ReadonlyMap<string, readonly PledgedTask[]>> {
  const { ctx } = acting
  const rows = await ctx.db.run<TaskRow>(
    `select org_path, unit_id, no, title, wording, due_on, basis, deliverable, indicator, indicator_pack from duties_tasks
     where county_code = $1 and plan_id = $2 and state not in ('draft', 'declined', 'cancelled')
     order by no, title, task_id`,
    [county, plan],
  )
  const titles = await indicatorTitles(acting, rows)
  const duties = await listDuties(ctx.db)
  const given = new Map<string, PledgedTask[]>()
  for (const row of rows) {
    const measure = row.indicator === null ? row.deliverable : (titles.get(keyOf(row)) ?? row.indicator)
    const { no, title, wording, due_on, basis } = row
    const task = { no, title, wording, measure, due_on, basis: basis === '' ? '本县自拟' : basis }
    given.set(row.unit_id, [...(given.get(row.unit_id) ?? []), task])
  }
  const found = new Map<string, readonly PledgedTask[]>()
  for (const party of parties)
    found.set(party.id, given.get(party.id) ?? (await tasksOfDuties(acting, dutiesOf(duties, party), year)))
  return found
}

const keyOf = ({ indicator_pack: pack, indicator }: TaskRow): string => `${pack}/${indicator}`

async function indicatorTitles({ ctx }: Acting, rows: readonly TaskRow[]): Promise<ReadonlyMap<string, string>> {
  const titles = new Map<string, string>()
  for (const row of rows) {
    const { indicator, indicator_pack: pack } = row
    if (indicator === null || pack === null || titles.has(keyOf(row))) continue
    titles.set(keyOf(row), await indicatorTitle(ctx.db, pack, indicator))
  }
  return titles
}

function dutiesOf(duties: readonly PackDuty[], { level, unit }: PledgeParty): readonly PackDuty[] {
  const wanted: DutyLevel = level
  const at = duties.filter(({ duty }) => duty.level === wanted)
  if (level !== '部门' || unit === undefined) return at
  return at.filter(({ duty: { lead = [] } }) => lead.includes(EVERY) || departmentsNamed(lead, [unit]).units.length > 0)
}

async function tasksOfDuties({ ctx }: Acting, duties: readonly PackDuty[], year: number): Promise<PledgedTask[]> {
  const tasks: PledgedTask[] = []
  for (const { pack: own, duty } of duties) {
    const [pack = own, indicator = duty.indicator ?? ''] = (duty.indicator ?? '').includes('/')
      ? (duty.indicator ?? '').split('/')
      : []
    const measure =
      duty.indicator === undefined ? (duty.deliverable ?? '') : await indicatorTitle(ctx.db, pack, indicator)
    const { no = '', title, wording, basis, due = '12-31' } = duty
    tasks.push({ no, title, wording, measure, due_on: `${year}-${due}`, basis: basisText(basis) })
  }
  return tasks
}
