import { departmentsNamed, type PledgedTask, type TaskTarget } from '@eduduty/core/duties'
import type { DutyLevel } from '@eduduty/core/packs'
import type { Acting } from '../acting.ts'
import { basisText } from '../plans/draft-plan.ts'
import { listDuties, type PackDuty } from '../plans/list-duties.ts'
import { indicatorNamer, type NamedIndicator, type NameIndicator } from '../plans/name-indicator.ts'
import { targetOf } from '../views/read-figures.ts'
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
  readonly target_comparison: string | null
  readonly target_value: string | null
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
    `select org_path, unit_id, no, title, wording, due_on, basis, deliverable, indicator, indicator_pack,
       target_comparison, target_value::text as target_value from duties_tasks
     where county_code = $1 and plan_id = $2 and state not in ('draft', 'declined', 'cancelled')
     order by no, title, task_id`,
    [county, plan],
  )
  const nameOf = indicatorNamer(acting.ctx.db)
  const given = new Map<string, PledgedTask[]>()
  for (const row of rows) {
    const { no, title, wording, due_on, basis, indicator, indicator_pack: pack } = row
    const measure =
      indicator === null || pack === null ? row.deliverable : measureOf(await nameOf(pack, indicator), targetOf(row))
    const task = { no, title, wording, measure, due_on, basis: basis === '' ? '本县自拟' : basis }
    given.set(row.unit_id, [...(given.get(row.unit_id) ?? []), task])
  }
  const needsDuties = parties.some(({ id }) => !given.has(id))
  const duties = needsDuties ? await dutyTasks(acting, year, nameOf) : []
  return new Map(parties.map((party) => [party.id, given.get(party.id) ?? tasksOf(duties, party)]))
}

/** The indicator, and the value that the task itself has to reach. */
function measureOf({ title, unit }: NamedIndicator, target: TaskTarget | undefined): string {
  return target === undefined ? title : `${title} ${target.comparison} ${target.value} ${unit}`.trim()
}

interface DutyTask extends Pick<PackDuty, 'duty'> {
  readonly task: PledgedTask
}

/** Every duty of the packs as a task of the year. */
async function dutyTasks({ ctx }: Acting, year: number, nameOf: NameIndicator): Promise<readonly DutyTask[]> {
  const tasks: DutyTask[] = []
  for (const { pack: own, duty } of await listDuties(ctx.db)) {
    const { no = '', title, wording, basis, due = '12-31', indicator = '', deliverable = '' } = duty
    const [pack = own, measured = indicator] = indicator.includes('/') ? indicator.split('/') : []
    const measure = indicator === '' ? deliverable : (await nameOf(pack, measured)).title
    const task = { no, title, wording, measure, due_on: `${year}-${due}`, basis: basisText(basis) }
    tasks.push({ duty, task })
  }
  return tasks
}

/** Those that fall to the party by its level; to a department, those that name it. */
function tasksOf(duties: readonly DutyTask[], { level, unit }: PledgeParty): readonly PledgedTask[] {
  const wanted: DutyLevel = level
  const isMeant = ({ duty: { level: own, lead = [] } }: DutyTask): boolean => {
    if (own !== wanted) return false
    if (level !== '部门' || unit === undefined) return true
    return lead.includes(EVERY) || departmentsNamed(lead, [unit]).units.length > 0
  }
  return duties.filter(isMeant).map(({ task }) => task)
}
