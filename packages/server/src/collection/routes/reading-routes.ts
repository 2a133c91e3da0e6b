import { CellStory, TaskDetail, TaskList, TaskVersion } from '@eduduty/core/collection'
import { Type } from 'typebox'
import { callerOf, getSignedIn } from '../../platform/http/access.ts'
import type { RegisterRoutes } from '../../platform/http/app-type.ts'
import { CountyCode, ok, RowId, strict } from '../../platform/http/schemas.ts'
import { readCellStory } from '../entry/read-cell-story.ts'
import { seeReminders } from '../progress/remind-units.ts'
import { listTasks } from '../tasks/list-tasks.ts'
import { readAround } from '../tasks/read-around.ts'
import { readTask } from '../tasks/read-task.ts'
import { readVersion } from '../tasks/read-version.ts'
import { fill, OneTask, read, taskOf } from './schemas.ts'

const TaskQuery = Type.Object(
  {
    county: Type.Optional(CountyCode),
    period: Type.Optional(RowId),
    register: Type.Optional(RowId),
    state: Type.Optional(RowId),
    township: Type.Optional(Type.String({ maxLength: 80 })),
    unit: Type.Optional(RowId),
    text: Type.Optional(Type.String({ maxLength: 80 })),
    owing: Type.Optional(Type.Boolean({ description: '还没有上报的' })),
    overdue: Type.Optional(Type.Boolean({ description: '已经逾期的' })),
    at_me: Type.Optional(Type.Boolean({ description: '轮到我办的' })),
    page: Type.Optional(Type.Integer({ minimum: 1, maximum: 10_000 })),
    size: Type.Optional(Type.Integer({ minimum: 1, maximum: 500 })),
  },
  strict,
)

const RowsQuery = Type.Object(
  {
    row_from: Type.Optional(Type.Integer({ minimum: 0, description: '名册从第几行起，从 0 数' })),
    row_at: Type.Optional(Type.Integer({ minimum: 0, description: '名册：要行号是这个数的那一行所在的一页' })),
    row_size: Type.Optional(Type.Integer({ minimum: 1, maximum: 500 })),
    row_text: Type.Optional(
      Type.String({ maxLength: 80, description: '名册里找：姓名、班级等，几个词都要有；证件号、电话要写全' }),
    ),
    row_problems: Type.Optional(Type.Boolean({ description: '只看有问题的行' })),
  },
  strict,
)

const OneCell = Type.Object(
  { county: CountyCode, task: RowId, row: Type.Integer({ minimum: 0 }), column: RowId },
  strict,
)

const OneVersion = Type.Object(
  { county: CountyCode, task: RowId, version: Type.Integer({ minimum: 1, maximum: 10_000 }) },
  strict,
)
const VersionQuery = Type.Object(
  {
    row_from: RowsQuery.properties.row_from,
    row_size: RowsQuery.properties.row_size,
    against: Type.Optional(
      Type.Union([Type.Literal('now'), Type.Literal('next')], { description: '与现在比较，或与后一版比较' }),
    ),
  },
  strict,
)

const versionRoute: RegisterRoutes = (app, { door, keyring }) => {
  app.get(
    '/api/collection/tasks/:county/:task/versions/:version',
    {
      config: read,
      schema: { summary: '以前的一版', params: OneVersion, querystring: VersionQuery, response: ok(TaskVersion) },
    },
    (request) => {
      const { row_from: from = 0, row_size: size = 200, against = 'now' } = request.query
      const wanted = { ...taskOf(request.params), version: request.params.version, from, size, against }
      return door.read(callerOf(request), (ctx) => readVersion(ctx, wanted, keyring))
    },
  )
}

/** Tasks, one task, one version of it, one cell. */
export const readingRoutes: RegisterRoutes = (app, deps) => {
  const { door, keyring } = deps
  versionRoute(app, deps)
  app.get(
    '/api/collection/tasks',
    { config: read, schema: { summary: '上报任务', querystring: TaskQuery, response: ok(TaskList) } },
    (request) => {
      const { page = 1, size = 50, at_me: atMe, ...filter } = request.query
      const { grants } = getSignedIn(request)
      return door.read(callerOf(request), (ctx) => listTasks(ctx, { ...filter, atMe, page, size }, grants))
    },
  )

  app.get(
    '/api/collection/tasks/:county/:task',
    {
      config: read,
      schema: { summary: '一项上报任务', params: OneTask, querystring: RowsQuery, response: ok(TaskDetail) },
    },
    async (request) => {
      const { row_from: from = 0, row_size: size = 200, row_at: at } = request.query
      const { row_text: text, row_problems: onlyProblems } = request.query
      const reader = { grants: getSignedIn(request).grants, keyring }
      const key = taskOf(request.params)
      const detail = await door.read(callerOf(request), (ctx) =>
        readTask(ctx, { ...key, from, size, at, text, onlyProblems }, reader),
      )
      return { ...detail, ...(await readAround(door, callerOf(request), key)) }
    },
  )

  app.get(
    '/api/collection/tasks/:county/:task/cells/:row/:column',
    { config: read, schema: { summary: '一个单元格的说明与经过', params: OneCell, response: ok(CellStory) } },
    (request) => {
      const { row, column } = request.params
      const wanted = { ...taskOf(request.params), rowNo: row, column }
      // Peers lie beyond the caller's reach: only a transaction can look there, and gives quartiles alone.
      return door.write(callerOf(request), (ctx) => readCellStory(ctx, wanted, keyring))
    },
  )

  app.post(
    '/api/collection/reminders/seen',
    {
      config: fill,
      schema: {
        summary: '已看到催报',
        body: Type.Object({ reminder_ids: Type.Array(RowId, { minItems: 1, maxItems: 100 }) }, strict),
        response: ok(Type.Object({ seen: Type.Integer() }, strict)),
      },
    },
    async (request) => ({
      seen: await door.write(callerOf(request), (ctx) => seeReminders(ctx, request.body.reminder_ids)),
    }),
  )
}
