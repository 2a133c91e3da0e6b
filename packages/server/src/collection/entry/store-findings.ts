import type { Selectable, Updateable } from 'kysely'
import type { Ctx } from '../../platform/ctx.ts'
import type { Tables } from '../../platform/db/schema.generated.ts'
import type { Task } from '../tasks/get-task.ts'
import type { TaskKey } from '../tasks/task-row.ts'
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

/** What was found before stays, and stays as old as it is; only explanations given since are counted. */
export async function keepFindings(ctx: Ctx, { row }: Task): Promise<CheckedTask> {
  const key = { county: row.county_code, taskId: row.task_id }
  const soft = await ctx.db.run<StoredFinding>(
    `select check_id, row_no, message, left_label, left_text, right_text from collection_findings
     where county_code = $1 and task_id = $2 and severity = 'soft'`,
    [key.county, key.taskId],
  )
  const isOpen = await openExplanations(ctx, key)
  const open = soft.filter((one) => isOpen(one.check_id, Number(one.row_no), factsOfStored(one)))
  await setCounts(ctx, key, { open_explanations: open.length })
  return { problems: [], filledCells: row.filled_cells, notApplicable: new Map() }
}

/** The figures that a stored finding speaks of. */
export function factsOfStored({ message, left_label: label, left_text: left, right_text: right }: StoredFacts): string {
  if (label === null) return factsOf({ message })
  return factsOf({ message, left: { label, text: left ?? '' }, right: { label: '', text: right ?? '' } })
}

/** Between the figures of several findings that one explanation answers. */
const BETWEEN = '\u001e'

/** The figures of all findings that one explanation answers. */
export function allFacts(findings: readonly StoredFacts[]): string {
  return [...new Set(findings.map(factsOfStored))].join(BETWEEN)
}

type FindingRow = Selectable<Tables['collection_findings']>
type StoredFacts = Pick<FindingRow, 'message' | 'left_label' | 'left_text' | 'right_text'>
type StoredFinding = StoredFacts & Pick<FindingRow, 'check_id' | 'row_no'>

/** Tells findings without an explanation that holds: it speaks of the figures it was given for, and of no others. */
async function openExplanations(
  { db }: Ctx,
  { county, taskId }: TaskKey,
): Promise<(check: string, rowNo: number, facts: string) => boolean> {
  const answered = await db.run<{ check_id: string; row_no: number; facts: string }>(
    `select check_id, row_no, facts from collection_explanations
     where county_code = $1 and task_id = $2 and status <> 'rejected'`,
    [county, taskId],
  )
  const known = new Map(
    answered.map((one) => [explanationKey(one.check_id, Number(one.row_no)), one.facts.split(BETWEEN)]),
  )
  return (check, rowNo, facts) => known.get(explanationKey(check, rowNo))?.includes(facts) !== true
}

function setCounts({ db }: Ctx, { county, taskId }: TaskKey, set: Updateable<Tables['collection_tasks']>) {
  return db.kysely
    .updateTable('collection_tasks')
    .set(set)
    .where('county_code', '=', county)
    .where('task_id', '=', taskId)
    .execute()
}

async function storeCounts(ctx: Ctx, key: TaskKey, { problems, filledCells }: CheckedTask): Promise<void> {
  const soft = problems.filter(({ severity }) => severity === 'soft')
  const isOpen = await openExplanations(ctx, key)
  const open = soft.filter((problem) => isOpen(problem.check, problem.rowNo, factsOf(problem)))
  const count = (kind: FoundProblem['kind']): number =>
    problems.filter((problem) => problem.kind === kind && problem.severity === 'hard').length
  await setCounts(ctx, key, {
    filled_cells: filledCells,
    blank_cells: count('blank'),
    cell_errors: count('cell'),
    hard_errors: count('check') + count('outlier'),
    soft_errors: soft.length,
    open_explanations: open.length,
    checked_at: ctx.now,
  })
}

export const explanationKey = (check: string, rowNo: number): string => `${check} ${rowNo}`

/** The figures that a finding speaks of. */
export function factsOf({ left, right, message }: Pick<FoundProblem, 'left' | 'right' | 'message'>): string {
  return left === undefined && right === undefined ? message : `${left?.text ?? ''}|${right?.text ?? ''}`
}
