import {
  DutyPlan,
  DutyPlanList,
  EditTaskBody,
  NewTaskBody,
  OpenPlanBody,
  PlanDraft,
  PlanRulesBody,
  SupervisionBody,
  TaskDeedBody,
  TaskList,
  TaskSearch,
  TaskView,
} from '@eduduty/core/duties'
import { Type } from 'typebox'
import { callerOf } from '../platform/http/access.ts'
import type { RegisterRoutes } from '../platform/http/app-type.ts'
import { ok, strict } from '../platform/http/schemas.ts'
import { readingOf, writingOf } from './acting.ts'
import { mechanismRoutes } from './mechanisms/mechanism-routes.ts'
import { recordRoutes } from './mechanisms/record-routes.ts'
import { County, plan, read, supervise, work } from './mechanisms/schemas.ts'
import { draftPlan } from './plans/draft-plan.ts'
import { offeredLightDays } from './plans/offered-light-days.ts'
import { closePlan, openPlan } from './plans/open-plan.ts'
import { listPlans } from './plans/plan-row.ts'
import { setPlanRules } from './plans/set-plan-rules.ts'
import { pledgeRoutes } from './pledges/pledge-routes.ts'
import { editTask } from './tasks/edit-task.ts'
import { makeTasks } from './tasks/make-tasks.ts'
import { stepTask } from './tasks/step-task.ts'
import { listTasks } from './views/list-tasks.ts'
import { readTask } from './views/read-task.ts'

const OnePlan = Type.Object({ ...County, plan: Type.String({ maxLength: 100, description: '任务分解标识' }) }, strict)
const OneTask = Type.Object({ ...County, task: Type.String({ maxLength: 100, description: '任务标识' }) }, strict)
const MadeTasks = Type.Object({ tasks: Type.Array(Type.String()) }, strict)

/** 职责与任务. */
export const dutyRoutes: RegisterRoutes = (app, deps) => {
  planRoutes(app, deps)
  taskRoutes(app, deps)
  oneTaskRoutes(app, deps)
  deedRoutes(app, deps)
  mechanismRoutes(app, deps)
  recordRoutes(app, deps)
  pledgeRoutes(app, deps)
}

const planRoutes: RegisterRoutes = (app, { door }) => {
  app.get(
    '/api/duties/plans',
    { config: read, schema: { summary: '各年的任务分解', response: ok(DutyPlanList) } },
    (request) =>
      door.read(callerOf(request), async (ctx) => ({ plans: await listPlans(ctx), offered: await offeredLightDays() })),
  )
  app.post(
    '/api/duties/plans',
    { config: plan, schema: { summary: '开始一年的任务分解', body: OpenPlanBody, response: ok(DutyPlan) } },
    (request) => door.write(callerOf(request), (ctx) => openPlan(ctx, request.body)),
  )
  app.post(
    '/api/duties/plans/:county/:plan/closing',
    { config: plan, schema: { summary: '结束或重新打开一年的任务分解', params: OnePlan, response: ok(DutyPlan) } },
    (request) => door.write(callerOf(request), (ctx) => closePlan(ctx, request.params)),
  )
  app.put(
    '/api/duties/plans/:county/:plan/rules',
    {
      config: plan,
      schema: {
        summary: '修改转灯和督办答复的天数',
        params: OnePlan,
        body: PlanRulesBody,
        response: ok(DutyPlan),
      },
    },
    (request) => door.write(callerOf(request), (ctx) => setPlanRules(ctx, request.params, request.body)),
  )
  app.get(
    '/api/duties/plans/:county/:plan/duties',
    { config: plan, schema: { summary: '标准包里的职责落到哪些单位', params: OnePlan, response: ok(PlanDraft) } },
    (request) => door.read(callerOf(request), (ctx) => draftPlan(ctx, request.params)),
  )
}

const taskRoutes: RegisterRoutes = (app, { door }) => {
  app.get(
    '/api/duties/plans/:county/:plan/tasks',
    {
      config: read,
      schema: { summary: '任务清单', params: OnePlan, querystring: TaskSearch, response: ok(TaskList) },
    },
    (request) =>
      door.read(callerOf(request), (ctx) => listTasks(readingOf(request, ctx, door), request.params, request.query)),
  )
  app.post(
    '/api/duties/plans/:county/:plan/tasks',
    {
      config: work,
      schema: {
        summary: '建立任务，或把本单位的任务往下分解',
        params: OnePlan,
        body: NewTaskBody,
        response: ok(MadeTasks),
      },
    },
    (request) =>
      door.write(callerOf(request), async (ctx) => ({
        tasks: [...(await makeTasks(writingOf(request, ctx), request.params, request.body))],
      })),
  )
}

const oneTaskRoutes: RegisterRoutes = (app, { door }) => {
  app.get(
    '/api/duties/tasks/:county/:task',
    { config: read, schema: { summary: '一项任务', params: OneTask, response: ok(TaskView) } },
    (request) => door.read(callerOf(request), (ctx) => readTask(readingOf(request, ctx, door), request.params)),
  )
  app.put(
    '/api/duties/tasks/:county/:task',
    {
      config: work,
      schema: { summary: '修改未下达的任务', params: OneTask, body: EditTaskBody, response: ok(TaskView) },
    },
    (request) =>
      door.write(callerOf(request), async (ctx) => {
        await editTask(writingOf(request, ctx), request.params, request.body)
        return readTask(writingOf(request, ctx), request.params)
      }),
  )
}

const deedRoutes: RegisterRoutes = (app, { door }) => {
  app.post(
    '/api/duties/tasks/:county/:task/deeds',
    {
      config: work,
      schema: {
        summary: '办理任务：下达、接收、报进展、确认、督办等',
        params: OneTask,
        body: TaskDeedBody,
        response: ok(TaskView),
      },
    },
    (request) =>
      door.write(callerOf(request), async (ctx) => {
        await stepTask(writingOf(request, ctx), request.params, request.body)
        return readTask(writingOf(request, ctx), request.params)
      }),
  )
  app.post(
    '/api/duties/tasks/:county/:task/supervision',
    {
      config: supervise,
      schema: { summary: '领导批示、督办任务', params: OneTask, body: SupervisionBody, response: ok(TaskView) },
    },
    (request) =>
      door.write(callerOf(request), async (ctx) => {
        await stepTask(writingOf(request, ctx), request.params, request.body)
        return readTask(writingOf(request, ctx), request.params)
      }),
  )
}
