import type { TaskFinding } from '@eduduty/core/collection'
import type { Selectable } from 'kysely'
import type { Ctx } from '../../platform/ctx.ts'
import type { Tables } from '../../platform/db/schema.generated.ts'
import { type Explanation, factsOfStored, readExplanations } from '../entry/explanations.ts'
import type { Task } from './get-task.ts'

type FindingRow = Selectable<Tables['collection_findings']>

const kinds = ['cell', 'check', 'outlier', 'blank'] as const

/** Findings shown with one task; how many there are in all stands in the task's counts. */
const SHOWN = 500

/** What the last check of a task found, hard first, each with its explanation where there is one. */
export async function listFindings({ db }: Pick<Ctx, 'db'>, { row }: Task): Promise<TaskFinding[]> {
  const findings = await db.kysely
    .selectFrom('collection_findings')
    .selectAll()
    .where('county_code', '=', row.county_code)
    .where('task_id', '=', row.task_id)
    .orderBy('severity')
    .orderBy('finding_no')
    .execute()
  const explanations = await readExplanations({ db }, { county: row.county_code, taskId: row.task_id })
  const shown = findings.map((finding) => {
    const { check_id: check, row_no } = finding
    return present(finding, explanations.find({ check, rowNo: Number(row_no), facts: factsOfStored(finding) }))
  })
  // Of more than a page can hold, what is explained makes room for what is not.
  return shown.length <= SHOWN ? shown : shown.toSorted((one, other) => rank(one) - rank(other)).slice(0, SHOWN)
}

function rank({ severity, explanation }: TaskFinding): number {
  if (severity === 'hard') return 0
  return explanation === undefined || explanation.status === 'rejected' ? 1 : 2
}

function present(finding: FindingRow, explanation: Explanation | undefined): TaskFinding {
  const { left_label, left_text, right_label, right_text } = finding
  return {
    finding_no: finding.finding_no,
    kind: kinds.find((kind) => kind === finding.kind) ?? 'check',
    severity: finding.severity === 'soft' ? 'soft' : 'hard',
    code: finding.code,
    check: finding.check_id,
    title: finding.title,
    row_no: Number(finding.row_no),
    columns: finding.columns === '' ? [] : finding.columns.split(','),
    message: finding.message,
    advice: finding.advice,
    ...(left_label !== null && { left: { label: left_label, text: left_text ?? '' } }),
    ...(right_label !== null && { right: { label: right_label, text: right_text ?? '' } }),
    ...(explanation !== undefined && { explanation: presentExplanation(explanation) }),
  }
}

function presentExplanation(one: Explanation): NonNullable<TaskFinding['explanation']> {
  const statuses = ['pending', 'accepted', 'rejected'] as const
  return {
    row_no: Number(one.row_no),
    text: one.explanation,
    by: one.explained_by,
    at: one.explained_at,
    status: statuses.find((status) => status === one.status) ?? 'pending',
    ...(one.reviewed_by !== null && { reviewed_by: one.reviewed_by }),
    ...(one.review_reason !== null && { review_reason: one.review_reason }),
  }
}
