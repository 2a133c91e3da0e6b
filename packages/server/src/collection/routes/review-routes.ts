import {
  AnswerCountersignBody,
  AnswerRequestBody,
  AskCountersignBody,
  HandOnBody,
  holderOf,
  OpinionBody,
  ReasonBody,
  ReturnBody,
  ReviewExplanationBody,
  TaskEntry,
} from '@eduduty/core/collection'
import type { Verb } from '@eduduty/core/identity'
import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { type Holder, listHolders } from '../../identity/index.ts'
import { systemCaller } from '../../platform/ctx.ts'
import { callerOf } from '../../platform/http/access.ts'
import type { App, Deps, RegisterRoutes } from '../../platform/http/app-type.ts'
import { CountyCode, ok, RowId, strict } from '../../platform/http/schemas.ts'
import { refuseRequest, unlockCells } from '../review/answer-request.ts'
import { approveFirst, approveTask, freezeTask } from '../review/approve-task.ts'
import { atFirstDesk, withFirstDesk } from '../review/at-first-desk.ts'
import { correctTask } from '../review/correct-task.ts'
import { reviewExplanation } from '../review/explain-finding.ts'
import { answerCountersign, askCountersign, handOn, withdrawCountersign } from '../review/hand-on.ts'
import { returnTask } from '../review/return-task.ts'
import { getTask } from '../tasks/get-task.ts'
import { isOpenTo, presentTask, stateOf, type TaskKey } from '../tasks/task-row.ts'
import { OneTask, plan, read, review, reviewFirst, taskOf } from './schemas.ts'
import { taskDeed } from './task-deed.ts'

const People = Type.Object(
  {
    people: Type.Array(
      Type.Object({ person_id: Type.String(), name: Type.String(), post: Type.String(), unit: Type.String() }, strict),
    ),
  },
  strict,
)
const OneCountersign = Type.Object({ county: CountyCode, task: RowId, countersign: RowId }, strict)

/** What reviewers do. */
export const reviewRoutes: RegisterRoutes = (app, deps) => {
  decisionRoutes(app, deps)
  handingRoutes(app, deps)
  countersignRoutes(app, deps)
}

const decisionRoutes: RegisterRoutes = (app, deps) => {
  const { keyring } = deps
  taskDeed(
    app,
    deps,
    { path: 'first-review', summary: '初审通过', config: reviewFirst, body: OpinionBody },
    (ctx, key, body) => approveFirst(ctx, key, body.reason),
  )
  taskDeed(app, deps, { path: 'review', summary: '审核通过', config: review, body: OpinionBody }, (ctx, key, body) =>
    approveTask(ctx, key, body.reason),
  )
  taskDeed(
    app,
    deps,
    { path: 'first-return', summary: '初审退回', config: reviewFirst, body: ReturnBody },
    (ctx, key, body) => atFirstDesk(ctx, key, () => returnTask(ctx, key, body)),
  )
  taskDeed(app, deps, { path: 'return', summary: '退回', config: review, body: ReturnBody }, returnTask)
  taskDeed(app, deps, { path: 'freeze', summary: '冻结', config: review, body: OpinionBody }, (ctx, key, body) =>
    freezeTask(ctx, key, body.reason),
  )
  taskDeed(app, deps, { path: 'correction', summary: '同意更正', config: review, body: ReasonBody }, (ctx, key, body) =>
    correctTask(ctx, key, body.reason),
  )
  requestRoutes(app, deps)
  for (const [path, config] of [
    ['explanations/review', review],
    ['explanations/first-review', reviewFirst],
  ] as const)
    taskDeed(app, deps, { path, summary: '逐条审核说明', config, body: ReviewExplanationBody }, (ctx, key, body) => {
      const work = () => reviewExplanation(ctx, key, body, keyring)
      return config === reviewFirst ? atFirstDesk(ctx, key, work) : work()
    })
}

/** Whoever may say yes to what a unit asked for may say no to it as well. */
const requestRoutes: RegisterRoutes = (app, deps) => {
  for (const [path, config, kinds] of [
    ['requests/refusal', plan, ['extension', 'correction', 'unlock']],
    ['requests/review-refusal', review, ['correction', 'unlock']],
    ['requests/first-refusal', reviewFirst, ['unlock']],
  ] as const)
    taskDeed(app, deps, { path, summary: '不同意申请', config, body: AnswerRequestBody }, (ctx, key, body) =>
      config === reviewFirst
        ? withFirstDesk(ctx, key, () => refuseRequest(ctx, key, { ...body, kinds }))
        : refuseRequest(ctx, key, { ...body, kinds }),
    )
  taskDeed(
    app,
    deps,
    { path: 'requests/unlock', summary: '同意开放单元格', config: review, body: AnswerRequestBody },
    unlockCells,
  )
  taskDeed(
    app,
    deps,
    { path: 'requests/first-unlock', summary: '初审同意开放单元格', config: reviewFirst, body: AnswerRequestBody },
    (ctx, key, body) => withFirstDesk(ctx, key, () => unlockCells(ctx, key, body)),
  )
}

/** Who may take the present step of review; they may stand in posts above the caller's reach, so the system looks. */
async function reviewersOf({ door }: Deps, request: FastifyRequest, key: TaskKey): Promise<readonly Holder[]> {
  const { row } = await door.read(callerOf(request), (ctx) => getTask(ctx, key))
  const isFirst = holderOf(stateOf(row), row.has_first_review) === 'first_review'
  const verb: Verb = isFirst ? 'collection.review_first' : 'collection.review'
  return door.read(systemCaller('列出审核人'), (ctx) => listHolders(ctx, verb, row.org_path))
}

/** Those of them who had no hand in it. */
async function choicesOf(deps: Deps, request: FastifyRequest, key: TaskKey): Promise<readonly Holder[]> {
  const { row } = await deps.door.read(callerOf(request), (ctx) => getTask(ctx, key))
  const reviewers = await reviewersOf(deps, request, key)
  return reviewers.filter(({ person_id }) => isOpenTo({ ...row, assigned_to: null }, person_id))
}

/** Whoever may see the task may be asked for an opinion. */
async function readersOf({ door }: Deps, request: FastifyRequest, key: TaskKey): Promise<readonly Holder[]> {
  const path = await door.read(callerOf(request), async (ctx) => (await getTask(ctx, key)).row.org_path)
  return door.read(systemCaller('列出会签人'), (ctx) => listHolders(ctx, 'collection.read', path))
}

const handingRoutes: RegisterRoutes = (app, deps) => {
  const { door } = deps
  const peopleRoute = (path: string, config: typeof review | typeof reviewFirst, find: typeof choicesOf): void => {
    app.get(
      `/api/collection/tasks/:county/:task/${path}`,
      { config, schema: { summary: '可选的办理人', params: OneTask, response: ok(People) } },
      async (request) => {
        const people = await find(deps, request, taskOf(request.params))
        return {
          people: people
            .filter(({ person_id }) => person_id !== callerOf(request).actor.id)
            .map(({ depth: _, ...one }) => one),
        }
      },
    )
  }
  peopleRoute('reviewers', review, choicesOf)
  peopleRoute('first-reviewers', reviewFirst, choicesOf)
  peopleRoute('countersigners', review, readersOf)

  for (const [path, config] of [
    ['hand-on', review],
    ['first-hand-on', reviewFirst],
  ] as const)
    app.post(
      `/api/collection/tasks/:county/:task/${path}`,
      { config, schema: { summary: '转办', params: OneTask, body: HandOnBody, response: ok(TaskEntry) } },
      async (request) => {
        const key = taskOf(request.params)
        const reviewers = await reviewersOf(deps, request, key)
        return door.write(callerOf(request), async (ctx) => {
          const work = () => handOn(ctx, key, request.body, reviewers)
          const { row, pack } = await (config === reviewFirst ? atFirstDesk(ctx, key, work) : work())
          return presentTask(row, pack)
        })
      },
    )
}

const countersignRoutes: RegisterRoutes = (app: App, deps) => {
  const { door } = deps
  app.post(
    '/api/collection/tasks/:county/:task/countersigns',
    {
      config: review,
      schema: { summary: '请会签', params: OneTask, body: AskCountersignBody, response: ok(TaskEntry) },
    },
    async (request) => {
      const key = taskOf(request.params)
      const people = await readersOf(deps, request, key)
      return door.write(callerOf(request), async (ctx) => {
        const { row, pack } = await askCountersign(ctx, key, request.body, people)
        return presentTask(row, pack)
      })
    },
  )

  app.post(
    '/api/collection/tasks/:county/:task/countersigns/:countersign/answer',
    {
      config: read,
      schema: { summary: '会签', params: OneCountersign, body: AnswerCountersignBody, response: ok(TaskEntry) },
    },
    (request) =>
      door.write(callerOf(request), async (ctx) => {
        const { countersign, ...key } = request.params
        const { row, pack } = await answerCountersign(ctx, taskOf(key), countersign, request.body)
        return presentTask(row, pack)
      }),
  )

  app.post(
    '/api/collection/tasks/:county/:task/countersigns/:countersign/withdrawal',
    {
      config: review,
      schema: { summary: '撤回会签', params: OneCountersign, body: ReasonBody, response: ok(TaskEntry) },
    },
    (request) =>
      door.write(callerOf(request), async (ctx) => {
        const { countersign, ...key } = request.params
        const { row, pack } = await withdrawCountersign(ctx, taskOf(key), countersign, request.body.reason)
        return presentTask(row, pack)
      }),
  )
}
