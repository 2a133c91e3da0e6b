import { dayOf } from '@eduduty/core/identity'
import {
  approveFirst,
  approveTask,
  checkTask,
  freezeTask,
  getTask,
  returnTask,
  saveCells,
  submitTask,
  type TaskKey,
} from '../../collection/index.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { Keyring } from '../../platform/keys/keyring.ts'
import { county, judgedYear } from '../county.ts'
import { schoolRows } from '../school-answers.ts'
import { schoolFigures } from '../school-figures.ts'
import type { SchoolPlan } from '../school-plan.ts'
import type { DemoStage } from './demo-stages.ts'

export interface HandInTask {
  readonly period: string
  readonly school: SchoolPlan
  readonly stage: DemoStage
  readonly keyring: Keyring
}

/** The steps that lead to a stage, in order. */
const steps: readonly DemoStage[] = ['filled', 'submitted', 'first_reviewed', 'verified', 'frozen']

/** Brings the school form of one school as far as its stage says; whoever does a step is not who did the one before. */
export async function handInTask(ctx: Ctx, { period, school, stage, keyring }: HandInTask): Promise<void> {
  if (stage === 'not_started') return
  const key = await getKey(ctx, period, school)
  const answers = formAnswers(school, stage)
  if (answers.length === 0) return
  await saveCells(asDemo(ctx, '填报员'), key, { edits: answers }, { keyring, way: 'page' })
  await checkTask(ctx, await getTask(ctx, key), keyring)
  const last = steps.indexOf(stage === 'returned' ? 'submitted' : stage)
  if (last < 1) return
  // A school whose figures do not hold stays where a real one would: with the clerk.
  if (!(await isReady(ctx, key))) return
  await submitTask(asDemo(ctx, '填报员'), key, '', keyring)
  if (stage === 'returned') return giveBack(ctx, key)
  if (last >= 2) await approveFirst(asDemo(ctx, '乡镇教育专干'), key, '与学校核对一致')
  if (last >= 3) await approveTask(asDemo(ctx, '督导办'), key, '审核通过')
  if (last >= 4) await freezeTask(asDemo(ctx, '督导办'), key, '')
}

/** People of the demo county that nobody enters as. */
const asDemo = (ctx: Ctx, name: string): Ctx => ({ ...ctx, actor: { ...ctx.actor, id: `demo ${name}`, name } })

async function getKey({ db }: Ctx, period: string, school: SchoolPlan): Promise<TaskKey> {
  const [task] = await db.run<{ task_id: string }>(
    `select task_id from collection_tasks where county_code = $1 and period_id = $2 and unit_id = $3 and register = $4`,
    [county.code, period, `S${school.code}`, 'school_form'],
  )
  if (task === undefined) throw new Error(`the demo county has no task for ${school.name}`)
  return { county: county.code, taskId: task.task_id }
}

function formAnswers(school: SchoolPlan, stage: DemoStage) {
  const figures = schoolFigures(school, judgedYear)
  const [row] =
    figures.stages.length === 0 ? [] : schoolRows(figures).filter(({ register }) => register === 'school_form')
  const all = Object.entries(row?.answers ?? {}).filter(([id]) => id !== 'school_code' && id !== 'school_name')
  const shown = stage === 'faulty' ? spoiled(all.slice(0, 40)) : all
  return shown.flatMap(([column, value]) =>
    typeof value === 'string' || typeof value === 'number' ? [{ row_no: 0, column, from: '', to: String(value) }] : [],
  )
}

/** A clerk in the middle of it: one class too many, and a number that is none. */
function spoiled(answers: readonly (readonly [string, unknown])[]): readonly (readonly [string, unknown])[] {
  return answers.map(([id, value]) => {
    if (id === 'classes' && typeof value === 'number') return [id, value + 1]
    return id === 'backbone_teachers' ? [id, '十二'] : [id, value]
  })
}

async function isReady(ctx: Ctx, key: TaskKey): Promise<boolean> {
  const { row } = await getTask(ctx, key)
  return row.blank_cells + row.cell_errors + row.hard_errors + row.open_explanations === 0
}

async function giveBack(ctx: Ctx, key: TaskKey): Promise<void> {
  const found = await ctx.db.run<{ row_no: number }>(
    `select row_no from collection_cell_changes where county_code = $1 and task_id = $2 order by change_no limit 1`,
    [key.county, key.taskId],
  )
  const rowNo = Number(found[0]?.row_no ?? 0)
  const due = dayOf(new Date(ctx.now.getTime() + 3 * 86_400_000))
  await returnTask(asDemo(ctx, '督导办'), key, {
    reason: '两处与上年相差较大，请核实',
    due_on: due,
    cells: [
      { row_no: rowNo, column: 'multimedia_rooms', reason: '与资产台账不一致，请核对' },
      { row_no: rowNo, column: 'ground_area', reason: '与校舍台账不一致，请核对' },
    ],
  })
}
