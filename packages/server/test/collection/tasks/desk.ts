import type { CellEdit, ReturnBody } from '@eduduty/core/collection'
import { areaPath } from '@eduduty/core/organizations'
import { saveAndCheck } from '../../../src/collection/entry/save-and-check.ts'
import { approveFirst, approveTask, freezeTask } from '../../../src/collection/review/approve-task.ts'
import { correctTask } from '../../../src/collection/review/correct-task.ts'
import { returnTask } from '../../../src/collection/review/return-task.ts'
import { submitTask } from '../../../src/collection/review/submit-task.ts'
import { withdrawTask } from '../../../src/collection/review/withdraw-task.ts'
import { getTask } from '../../../src/collection/tasks/get-task.ts'
import { listRequests } from '../../../src/collection/tasks/list-requests.ts'
import type { TaskKey } from '../../../src/collection/tasks/task-row.ts'
import type { Ctx } from '../../../src/platform/ctx.ts'
import type { Database } from '../../../src/platform/db/database.ts'
import { testKeyring } from '../../harness/doors.ts'
import { as, type CollectingCounty, today } from './collecting-county.ts'
import { wholeForm } from './filled-form.ts'

export const clerk = '叶晴川'
export const townClerk = '周干事'
export const supervisor = '沈督导'

type Work<T> = (ctx: Ctx) => Promise<T>

/** The people of one county at work on one task, each by the verb and the reach that goes with it. */
export function deskOf(db: Database, open: CollectingCounty, key: TaskKey = open.key) {
  const root = areaPath(open.county)
  const fill = <T>(work: Work<T>, name = clerk, now = today): Promise<T> =>
    as(db, { name, scope: open.school, verb: 'collection.fill', now }, work)
  const reviewFirst = <T>(work: Work<T>, name = townClerk, now = today): Promise<T> =>
    as(db, { name, scope: `${root}T01/`, verb: 'collection.review_first', now }, work)
  const review = <T>(work: Work<T>, name = supervisor, now = today): Promise<T> =>
    as(db, { name, scope: root, verb: 'collection.review', now }, work)
  const plan = <T>(work: Work<T>, name = supervisor, now = today): Promise<T> =>
    as(db, { name, scope: root, verb: 'collection.plan', now }, work)
  const type = (edits: readonly CellEdit[], name = clerk, now = today) =>
    fill((ctx) => saveAndCheck(ctx, key, { edits: [...edits] }, testKeyring()), name, now)
  const submit = (name = clerk, now = today) => fill((ctx) => submitTask(ctx, key, '', testKeyring()), name, now)
  const approveOnce = (name = townClerk) => reviewFirst((ctx) => approveFirst(ctx, key, '已核对'), name)
  const approve = (name = supervisor) => review((ctx) => approveTask(ctx, key, '审核通过'), name)
  const freeze = () => review((ctx) => freezeTask(ctx, key, ''))
  return {
    fill,
    reviewFirst,
    review,
    plan,
    type,
    submit,
    approveOnce,
    approve,
    freeze,
    typeAll: (changes: Readonly<Record<string, string>> = {}) => type(wholeForm(changes)),
    requests: () => fill(async (ctx) => listRequests(ctx, await getTask(ctx, key))),
    withdraw: () => fill((ctx) => withdrawTask(ctx, key, '发现填错')),
    giveBack: (body: Partial<ReturnBody> = {}, name = supervisor) =>
      review((ctx) => returnTask(ctx, key, { cells: [], reason: '请核对', due_on: '2026-11-28', ...body }), name),
    correct: () => review((ctx) => correctTask(ctx, key, '学籍核查后更正')),
    /** Filled, handed in and approved twice, as it goes when nothing is wrong. */
    async verify(changes: Readonly<Record<string, string>> = {}): Promise<void> {
      await type(wholeForm(changes))
      await submit()
      await approveOnce()
      await approve()
    },
  }
}

export type Desk = ReturnType<typeof deskOf>

/** Rows of the form's table in one submission, as they are stored. */
export function storedRows(db: Database, county: string, submission: string) {
  return db.run(
    `select to_jsonb(t)::text as row from r_quality_balance_2017_school_form t
     where county_code = $1 and submission_id = $2 order by row_no`,
    [county, submission],
  )
}

/** The number of the one row of a form, and the submission that it stands in now. */
export async function ownRow(
  db: Database,
  { county, taskId }: TaskKey,
): Promise<{ rowNo: number; submission: string }> {
  const [found] = await db.run<{ row_no: number; submission_id: string }>(
    `select r.row_no, r.submission_id from r_quality_balance_2017_school_form r
     join collection_tasks t on t.county_code = r.county_code and t.submission_id = r.submission_id
     where t.county_code = $1 and t.task_id = $2`,
    [county, taskId],
  )
  if (found === undefined) throw new Error('the form has no row yet')
  return { rowNo: Number(found.row_no), submission: found.submission_id }
}
