import { type ExplainBody, type ReviewExplanationBody, WHOLE_REGISTER } from '@eduduty/core/collection'
import type { Ctx } from '../../platform/ctx.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import type { Keyring } from '../../platform/keys/keyring.ts'
import { checkTask } from '../entry/check-task.ts'
import { allFacts } from '../entry/explanations.ts'
import { lockTask, nameOf, type Task } from '../tasks/get-task.ts'
import { noteEvent } from '../tasks/note-event.ts'
import { stateOf, type TaskKey } from '../tasks/task-row.ts'
import { assertMay } from './assert-may.ts'

/** Which rule says something of which row; row 0 is the whole form. */
type CheckedRow = Pick<ExplainBody, 'check' | 'row_no'>

interface FindingRow {
  readonly severity: string
  readonly title: string
  readonly message: string
  readonly left_text: string | null
  readonly right_text: string | null
  readonly left_label: string | null
}

/**
 * Why something implausible is true, in writing. It answers all that one rule says of a row or of the whole register, and
 * holds for the figures as they are: when they change, it has to be given anew. Errors: why the task takes nothing now, `collection.finding_not_found`, `collection.explanation_hard`.
 */
export async function explainFinding(ctx: Ctx, key: TaskKey, body: ExplainBody, keyring: Keyring): Promise<Task> {
  const task = await lockTask(ctx, key)
  await assertMay(ctx, task, 'fill')
  const findings = await getSoft(ctx, key, body)
  await ctx.db.run(
    `insert into collection_explanations (county_code, task_id, check_id, row_no, explanation, explained_by, explained_at,
       facts, status, org_path)
     values ($1, $2, $3, $4, $5, $6, $7, $8, 'pending', $9)
     on conflict (county_code, task_id, check_id, row_no) do update set explanation = excluded.explanation,
       explained_by = excluded.explained_by, explained_at = excluded.explained_at, facts = excluded.facts,
       status = 'pending', reviewed_by = null, reviewed_at = null, review_reason = null`,
    [
      key.county,
      key.taskId,
      body.check,
      body.row_no,
      body.text,
      ctx.actor.name,
      ctx.now,
      allFacts(findings),
      task.row.org_path,
    ],
  )
  const [{ title }] = findings
  await noteEvent(ctx, task.row, { action: 'explain', state: stateOf(task.row), reason: body.text, says: title })
  ctx.audit({
    action: 'collection.explain',
    subject: nameOf(task),
    reason: body.text,
    detail: { check: title },
  })
  await checkTask(ctx, task, keyring)
  return lockTask(ctx, key)
}

/**
 * A reviewer takes or refuses one explanation of something that is still found. Errors: why the task cannot be reviewed
 * now, `collection.finding_not_found`, `request.invalid`.
 */
export async function reviewExplanation(
  ctx: Ctx,
  key: TaskKey,
  body: ReviewExplanationBody,
  keyring: Keyring,
): Promise<Task> {
  const task = await lockTask(ctx, key)
  await assertMay(ctx, task, 'return')
  if (!body.accept && body.reason.trim().length < 2)
    throw new AppError('request.invalid', { reason: '不认可的，请写明理由' })
  const [{ title }] = await getFound(ctx, key, body)
  const changed = await ctx.db.run(
    `update collection_explanations set status = $5, reviewed_by = $6, reviewed_at = $7, review_reason = $8
     where county_code = $1 and task_id = $2 and check_id = $3 and row_no = $4 returning check_id`,
    [
      key.county,
      key.taskId,
      body.check,
      body.row_no,
      body.accept ? 'accepted' : 'rejected',
      ctx.actor.name,
      ctx.now,
      body.reason,
    ],
  )
  if (changed.length === 0) throw new AppError('collection.finding_not_found')
  await noteEvent(ctx, task.row, {
    action: 'judge',
    state: stateOf(task.row),
    reason: body.reason,
    says: `${title}：${body.accept ? '认可' : '不认可'}`,
  })
  ctx.audit({
    action: 'collection.review',
    subject: nameOf(task),
    ...(body.reason !== '' && { reason: body.reason }),
    detail: { check: title, accepted: body.accept },
  })
  await checkTask(ctx, task, keyring)
  return lockTask(ctx, key)
}

/** One at least; all of one rule, so with one title. */
type Found = readonly [FindingRow, ...FindingRow[]]

/** What the rule says of the row now. */
async function getFound({ db }: Ctx, key: TaskKey, body: CheckedRow): Promise<Found> {
  const [first, ...rest] = await db.run<FindingRow>(
    `select severity, title, message, left_text, right_text, left_label from collection_findings
     where county_code = $1 and task_id = $2 and check_id = $3 and (row_no = $4 or $4 = $5) order by finding_no`,
    [key.county, key.taskId, body.check, body.row_no, WHOLE_REGISTER],
  )
  if (first === undefined) throw new AppError('collection.finding_not_found')
  return [first, ...rest]
}

/** What the rule found implausible there; what it found wrong cannot be explained. */
async function getSoft(ctx: Ctx, key: TaskKey, body: ExplainBody): Promise<Found> {
  const [first, ...rest] = (await getFound(ctx, key, body)).filter(({ severity }) => severity === 'soft')
  if (first === undefined) throw new AppError('collection.explanation_hard')
  return [first, ...rest]
}
