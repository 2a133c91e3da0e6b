import type { Ctx } from '../../platform/ctx.ts'
import type { Task } from '../tasks/get-task.ts'
import type { CheckedTask, FoundProblem } from './checked-task.ts'

/** Findings of one task that are kept; how many there are in all stands in the task. */
const KEPT = 2_000

/** Replaces the findings of a task and its counts by those of this check. */
export async function storeFindings(ctx: Ctx, { row }: Task, checked: CheckedTask): Promise<CheckedTask> {
  const { county_code: county, task_id: taskId } = row
  await ctx.db.run('delete from collection_findings where county_code = $1 and task_id = $2', [county, taskId])
  const kept = checked.problems.slice(0, KEPT)
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
  await storeCounts(ctx, { county, taskId }, checked)
  return checked
}

/** What was found before stays; only explanations given since are counted. */
export async function keepFindings(ctx: Ctx, { row }: Task): Promise<CheckedTask> {
  const { county_code: county, task_id: taskId } = row
  await ctx.db.run(
    `update collection_tasks t set checked_at = $3, open_explanations = (
       select count(*) from collection_findings f where f.county_code = $1 and f.task_id = $2 and f.severity = 'soft'
         and not exists (select from collection_explanations e where e.county_code = $1 and e.task_id = $2
           and e.check_id = f.check_id and e.row_no = f.row_no and e.status <> 'rejected'))
     where t.county_code = $1 and t.task_id = $2`,
    [county, taskId, ctx.now],
  )
  return { problems: [], filledCells: row.filled_cells, notApplicable: new Map() }
}

async function storeCounts(
  ctx: Ctx,
  { county, taskId }: { readonly county: string; readonly taskId: string },
  { problems, filledCells }: CheckedTask,
): Promise<void> {
  const soft = problems.filter(({ severity }) => severity === 'soft')
  const answered = await ctx.db.run<{ check_id: string; row_no: number; facts: string }>(
    `select check_id, row_no, facts from collection_explanations
     where county_code = $1 and task_id = $2 and status <> 'rejected'`,
    [county, taskId],
  )
  const facts = new Map(answered.map((one) => [explanationKey(one.check_id, Number(one.row_no)), one.facts]))
  // An explanation speaks of the figures it was given for: when they change, it has to be given anew.
  const open = soft.filter((problem) => facts.get(explanationKey(problem.check, problem.rowNo)) !== factsOf(problem))
  const count = (kind: FoundProblem['kind']): number =>
    problems.filter((problem) => problem.kind === kind && problem.severity === 'hard').length
  await ctx.db.kysely
    .updateTable('collection_tasks')
    .set({
      filled_cells: filledCells,
      blank_cells: count('blank'),
      cell_errors: count('cell'),
      hard_errors: count('check') + count('outlier'),
      soft_errors: soft.length,
      open_explanations: open.length,
      checked_at: ctx.now,
    })
    .where('county_code', '=', county)
    .where('task_id', '=', taskId)
    .execute()
}

export const explanationKey = (check: string, rowNo: number): string => `${check} ${rowNo}`

/** The figures that a finding speaks of. */
export function factsOf({ left, right, message }: Pick<FoundProblem, 'left' | 'right' | 'message'>): string {
  return left === undefined && right === undefined ? message : `${left?.text ?? ''}|${right?.text ?? ''}`
}
