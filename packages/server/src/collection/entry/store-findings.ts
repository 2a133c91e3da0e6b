import type { Ctx } from '../../platform/ctx.ts'
import type { Task } from '../tasks/get-task.ts'
import { setTask } from '../tasks/set-task.ts'
import type { CheckedTask, FoundProblem } from './checked-task.ts'
import { type Explanations, factsOf, factsOfStored, readExplanations } from './explanations.ts'

/** Findings of one task that are kept, the most urgent ones; how many there are in all stands in the task. */
const KEPT = 2_000

/** Replaces the findings of a task and its counts by those of this check. */
export async function storeFindings(ctx: Ctx, { row }: Task, checked: CheckedTask): Promise<CheckedTask> {
  const { county_code: county, task_id: taskId } = row
  await ctx.db.run('delete from collection_findings where county_code = $1 and task_id = $2', [county, taskId])
  const { isOpen } = await readExplanations(ctx, { county, taskId })
  const kept = mostUrgent(checked.problems, isOpen)
  await ctx.db.loadRows(
    'collection_findings',
    [
      'county_code',
      'task_id',
      'finding_no',
      'kind',
      'severity',
      'code',
      'check_id',
      'row_no',
      'column_id',
      'columns',
      'title',
      'message',
      'advice',
      'left_label',
      'left_text',
      'right_label',
      'right_text',
      'org_path',
    ],
    kept.map((problem, index) => [
      county,
      taskId,
      index + 1,
      problem.kind,
      problem.severity,
      problem.code,
      problem.check,
      problem.rowNo,
      problem.columns[0] ?? '',
      problem.columns.join(','),
      problem.title,
      problem.message,
      problem.advice,
      problem.left?.label ?? null,
      problem.left?.text ?? null,
      problem.right?.label ?? null,
      problem.right?.text ?? null,
      row.org_path,
    ]),
  )
  await setTask(ctx.db, row, { ...countsOf(checked, isOpen), checked_at: ctx.now })
  return checked
}

type IsOpen = Explanations['isOpen']

const asExplained = (problem: FoundProblem) => ({
  check: problem.check,
  rowNo: problem.rowNo,
  facts: factsOf(problem),
})

/** Where not all can be kept: first what must be mended, then what must be explained, last what is explained. */
function mostUrgent(problems: readonly FoundProblem[], isOpen: IsOpen): readonly FoundProblem[] {
  if (problems.length <= KEPT) return problems
  return problems.toSorted((one, other) => urgency(one, isOpen) - urgency(other, isOpen)).slice(0, KEPT)
}

function urgency(problem: FoundProblem, isOpen: IsOpen): number {
  if (problem.severity === 'hard') return 0
  return isOpen(asExplained(problem)) ? 1 : 2
}

/** What was found before stays, and stays as old as it is; only explanations given since are counted. */
export async function keepFindings(ctx: Ctx, { row }: Task): Promise<CheckedTask> {
  const key = { county: row.county_code, taskId: row.task_id }
  const soft = await ctx.db.run<StoredFinding>(
    `select check_id, row_no, message, left_label, left_text, right_text from collection_findings
     where county_code = $1 and task_id = $2 and severity = 'soft'`,
    [key.county, key.taskId],
  )
  const { isOpen } = await readExplanations(ctx, key)
  const open = soft.filter((one) =>
    isOpen({ check: one.check_id, rowNo: Number(one.row_no), facts: factsOfStored(one) }),
  )
  // Those that are not kept are shown to nobody: they wait as long as one of those shown does.
  const unkept = open.length === 0 ? 0 : Math.max(0, row.soft_errors - soft.length)
  await setTask(ctx.db, row, { open_explanations: open.length + unkept })
  return { problems: [], filledCells: row.filled_cells, notApplicable: new Map() }
}

type StoredFinding = Parameters<typeof factsOfStored>[0] & { readonly check_id: string; readonly row_no: number }

/** All that was found, also what is not kept. */
function countsOf({ problems, filledCells, uncounted }: CheckedTask, isOpen: IsOpen) {
  const soft = problems.filter(({ severity }) => severity === 'soft')
  const open = soft.filter((problem) => isOpen(asExplained(problem)))
  const count = (kind: FoundProblem['kind']): number =>
    problems.filter((problem) => problem.kind === kind && problem.severity === 'hard').length
  const { cells = 0, hard = 0, soft: further = 0 } = uncounted ?? {}
  return {
    filled_cells: filledCells,
    blank_cells: count('blank'),
    cell_errors: count('cell') + cells,
    hard_errors: count('check') + count('outlier') + hard,
    soft_errors: soft.length + further,
    open_explanations: open.length + further,
  }
}
