import {
  ExplainBody,
  OpinionBody,
  ReasonBody,
  ReplyBody,
  RequestBody,
  SaveCellsBody,
  SavedCells,
  TaskEntry,
  TaskFinding,
} from '@eduduty/core/collection'
import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import type { Ctx } from '../../platform/ctx.ts'
import { callerOf } from '../../platform/http/access.ts'
import type { RegisterRoutes } from '../../platform/http/app-type.ts'
import { ok, strict } from '../../platform/http/schemas.ts'
import { withinNewReach } from '../../platform/http/within-new-reach.ts'
import { addRows, removeRows } from '../entry/change-rows.ts'
import { checkGreatRoster } from '../entry/check-great-roster.ts'
import { checkTask } from '../entry/check-task.ts'
import { recheckTask } from '../entry/recheck-task.ts'
import { saveAndCheck } from '../entry/save-and-check.ts'
import { assertMay } from '../review/assert-may.ts'
import { explainFinding } from '../review/explain-finding.ts'
import { replyReturn } from '../review/reply-return.ts'
import { requestException } from '../review/request-exception.ts'
import { submitTask } from '../review/submit-task.ts'
import { withdrawTask } from '../review/withdraw-task.ts'
import { getTask, lockTask } from '../tasks/get-task.ts'
import { listFindings } from '../tasks/list-findings.ts'
import { presentTask, type TaskKey } from '../tasks/task-row.ts'
import { fill, OneTask, taskOf } from './schemas.ts'
import { taskDeed } from './task-deed.ts'

const RowNos = Type.Array(Type.Integer({ minimum: 1 }), { minItems: 1, maxItems: 5000 })

/** What the reporting unit does. */
export const fillingRoutes: RegisterRoutes = (app, deps) => {
  entryRoutes(app, deps)
  const { keyring } = deps
  checkedRoutes(app, deps)
  taskDeed(app, deps, { path: 'withdrawal', summary: '撤回', config: fill, body: ReasonBody }, (ctx, key, { reason }) =>
    withdrawTask(ctx, key, reason),
  )
  taskDeed(
    app,
    deps,
    { path: 'explanations', summary: '说明核实性错误', config: fill, body: ExplainBody },
    (ctx, key, body) => explainFinding(ctx, key, body, keyring),
  )
  taskDeed(app, deps, { path: 'replies', summary: '答复退回', config: fill, body: ReplyBody }, replyReturn)
  taskDeed(
    app,
    deps,
    { path: 'requests', summary: '申请延期、更正或开放其他格', config: fill, body: RequestBody },
    requestException,
  )
}

const entryRoutes: RegisterRoutes = (app, deps) => {
  const { door, keyring } = deps
  // A school that moves to another township while its clerk types keeps what was typed.
  const write = <T>(request: FastifyRequest, work: (ctx: Ctx) => Promise<T>): Promise<T> =>
    withinNewReach(deps, request, 'collection.task_not_found', (caller) => door.write(caller, work))
  app.post(
    '/api/collection/tasks/:county/:task/cells',
    {
      config: fill,
      bodyLimit: 8 * 1024 * 1024,
      schema: { summary: '保存单元格', params: OneTask, body: SaveCellsBody, response: ok(SavedCells) },
    },
    (request) => write(request, (ctx) => saveAndCheck(ctx, taskOf(request.params), request.body, keyring)),
  )

  app.post(
    '/api/collection/tasks/:county/:task/rows',
    {
      config: fill,
      schema: {
        summary: '名册加行',
        params: OneTask,
        body: Type.Object({ count: Type.Integer({ minimum: 1, maximum: 500 }) }, strict),
        response: ok(Type.Object({ row_nos: Type.Array(Type.Integer()) }, strict)),
      },
    },
    async (request) => {
      const { count } = request.body
      const added = await write(request, (ctx) => addRows(ctx, taskOf(request.params), count))
      return { row_nos: [...added] }
    },
  )

  app.post(
    '/api/collection/tasks/:county/:task/rows/removal',
    {
      config: fill,
      schema: {
        summary: '名册删行',
        params: OneTask,
        body: Type.Object({ row_nos: RowNos, reason: Type.String({ minLength: 2, maxLength: 500 }) }, strict),
        response: ok(TaskEntry),
      },
    },
    (request) => {
      const { row_nos: rowNos, reason } = request.body
      return write(request, async (ctx) => {
        const { row, pack } = await removeRows(ctx, taskOf(request.params), { rowNos, reason }, keyring)
        return presentTask(row, pack)
      })
    },
  )
}

const Checked = Type.Object({ task: TaskEntry, findings: Type.Array(TaskFinding) }, strict)

/** What compares a form with other units first, and keeps what was found whatever becomes of the rest. */
const checkedRoutes: RegisterRoutes = (app, { door, keyring }) => {
  const check = async (request: FastifyRequest, key: TaskKey) => {
    await checkGreatRoster(door, callerOf(request), key, keyring)
    return door.write(callerOf(request), async (ctx) => {
      const task = await lockTask(ctx, key)
      await assertMay(ctx, task, 'fill')
      await checkTask(ctx, task, keyring, { peers: true })
      const after = await getTask(ctx, key)
      return { task: presentTask(after.row, after.pack), findings: await listFindings(ctx, after) }
    })
  }

  app.post(
    '/api/collection/tasks/:county/:task/check',
    { config: fill, schema: { summary: '审核一张表', params: OneTask, response: ok(Checked) } },
    (request) => check(request, taskOf(request.params)),
  )

  app.post(
    '/api/collection/tasks/:county/:task/recheck',
    {
      config: fill,
      schema: {
        summary: '打开一张表时再审核：本单位的其他表改过才审核，3000 行以上的名册到上报前再审核',
        params: OneTask,
        response: ok(Type.Object({ is_checked: Type.Boolean({ description: '重新审核过' }) }, strict)),
      },
    },
    async (request) => ({
      is_checked: await recheckTask(door, callerOf(request), taskOf(request.params), keyring),
    }),
  )

  app.post(
    '/api/collection/tasks/:county/:task/submit',
    { config: fill, schema: { summary: '上报', params: OneTask, body: OpinionBody, response: ok(TaskEntry) } },
    async (request) => {
      const key = taskOf(request.params)
      await check(request, key)
      return door.write(callerOf(request), async (ctx) => {
        const { row, pack } = await submitTask(ctx, key, request.body.reason, keyring)
        return presentTask(row, pack)
      })
    },
  )
}
