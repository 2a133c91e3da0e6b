import { type DerivedRoster, taskStates } from '@eduduty/core/collection'
import { registersRead } from '@eduduty/core/evaluation'
import { derivationsOf, type Register } from '@eduduty/core/packs'
import type { Ctx } from '../../platform/ctx.ts'
import { findContext } from '../entry/context-rows.ts'
import { type RuleRow, ruleRows } from '../entry/task-rows.ts'
import type { TaskPack } from '../packs/task-pack.ts'
import { readRegisterRows } from '../rows/read-register-rows.ts'
import type { Task } from '../tasks/get-task.ts'
import { stateOf } from '../tasks/task-row.ts'

/** Rows of one roster that are counted while a person waits. */
const ROSTER_ROWS = 20_000

export interface ReadRoster {
  readonly roster: DerivedRoster
  readonly rows: readonly RuleRow[]
  /** More rows than are counted here: nothing may be derived from it. */
  readonly isTooLong: boolean
}

/** The rosters of the unit from which columns of its form follow, with their rows. Sealed cells stay sealed. */
export async function readRosters(ctx: Ctx, task: Task, pack: TaskPack): Promise<readonly ReadRoster[]> {
  const found: ReadRoster[] = []
  for (const id of rostersOf(pack, task.row.register)) found.push(await readRoster(ctx, task, pack, pack.register(id)))
  return found
}

function rostersOf(pack: TaskPack, register: string): readonly string[] {
  const plan = pack.plan()
  const columns = new Map(pack.register(register).columns.map((column) => [column.id, column]))
  const read = derivationsOf(pack.pack, register).flatMap(({ column: id, formula }) => {
    const column = columns.get(id)
    const program = column && plan.derivation({ register }, formula, column)
    return [...registersRead(plan, program?.expression)]
  })
  return [...new Set(read)].filter((id) => id !== register)
}

async function readRoster(ctx: Ctx, { row }: Task, pack: TaskPack, register: Register): Promise<ReadRoster> {
  const wanted = { county: row.county_code, path: row.org_path, year: row.year, register }
  const context = await findContext(ctx.db, pack, wanted)
  const known = { register: register.id, title: register.title }
  if (context === undefined) {
    const owed = await findTask(ctx, row, register.id)
    const roster: DerivedRoster = { ...known, standing: 'missing', says: '没有报', rows: 0, ...owed }
    return { roster, rows: [], isTooLong: false }
  }
  const { table, submissionId } = context
  const own = { county: row.county_code, submissionId, paths: [row.org_path], limit: ROSTER_ROWS + 1 }
  const stored = await readRegisterRows(ctx.db, table, own)
  const standing = await readStanding(ctx, row.county_code, submissionId)
  return {
    roster: { ...known, ...standing, rows: stored.length },
    rows: ruleRows(register, row.year, stored.slice(0, ROSTER_ROWS), undefined),
    isTooLong: stored.length > ROSTER_ROWS,
  }
}

/** The task by which the unit can still hand in a roster that it lacks. */
async function findTask({ db }: Ctx, row: Task['row'], register: string) {
  const [task] = await db.run<{ task_id: string; period_title: string }>(
    `select task_id, period_title from collection_tasks
     where county_code = $1 and org_path = $2 and register = $3 and year = $4 order by opens_on desc, task_id limit 1`,
    [row.county_code, row.org_path, register, row.year],
  )
  return task ?? {}
}

type Standing = Pick<DerivedRoster, 'standing' | 'says' | 'task_id' | 'period_title'>

async function readStanding({ db }: Ctx, county: string, submissionId: string): Promise<Standing> {
  const [task] = await db.run<{ task_id: string; period_title: string; state: string }>(
    `select t.task_id, t.period_title, t.state from collection_submissions s
     join collection_tasks t on t.county_code = s.county_code and t.task_id = s.task_id
     where s.county_code = $1 and s.submission_id = $2`,
    [county, submissionId],
  )
  if (task === undefined) return { standing: 'final', says: '从文件夹读入' }
  const state = stateOf(task)
  const at = { task_id: task.task_id, period_title: task.period_title, says: taskStates[state] }
  if (state === 'frozen') return { ...at, standing: 'final' }
  const isDraft = state === 'not_started' || state === 'filling' || state === 'returned'
  return { ...at, standing: isDraft ? 'draft' : 'sent' }
}
