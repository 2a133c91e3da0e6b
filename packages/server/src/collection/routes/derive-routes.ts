import { AcceptDerivedBody, CopyLastYearBody, DerivedValues, SavedCells, TaskRules } from '@eduduty/core/collection'
import { callerOf } from '../../platform/http/access.ts'
import type { RegisterRoutes } from '../../platform/http/app-type.ts'
import { ok } from '../../platform/http/schemas.ts'
import { acceptDerived } from '../derive/accept-derived.ts'
import { copyLastYear } from '../derive/copy-last-year.ts'
import { readDerived } from '../derive/read-derived.ts'
import { readRules } from '../entry/read-rules.ts'
import { fill, OneTask, read, taskOf } from './schemas.ts'

/** Values of a form that follow from the unit's rosters; the rules by which a page checks it while it is typed. */
export const deriveRoutes: RegisterRoutes = (app, { door, keyring }) => {
  app.get(
    '/api/collection/tasks/:county/:task/derived',
    { config: read, schema: { summary: '名册得出的数', params: OneTask, response: ok(DerivedValues) } },
    (request) => door.read(callerOf(request), (ctx) => readDerived(ctx, taskOf(request.params))),
  )

  app.get(
    '/api/collection/tasks/:county/:task/rules',
    { config: read, schema: { summary: '本机核对用的审核关系', params: OneTask, response: ok(TaskRules) } },
    (request) => door.read(callerOf(request), (ctx) => readRules(ctx, taskOf(request.params), keyring)),
  )

  app.post(
    '/api/collection/tasks/:county/:task/derived',
    {
      config: fill,
      bodyLimit: 2 * 1024 * 1024,
      schema: { summary: '采用名册得出的数', params: OneTask, body: AcceptDerivedBody, response: ok(SavedCells) },
    },
    (request) =>
      door.write(callerOf(request), (ctx) => acceptDerived(ctx, taskOf(request.params), request.body, keyring)),
  )

  app.post(
    '/api/collection/tasks/:county/:task/last-year',
    {
      config: fill,
      schema: { summary: '一格填上年的数', params: OneTask, body: CopyLastYearBody, response: ok(SavedCells) },
    },
    (request) =>
      door.write(callerOf(request), (ctx) => copyLastYear(ctx, taskOf(request.params), request.body, keyring)),
  )
}
