import { DeadlinesAnswer, TurnsAnswer } from '@eduduty/core/evaluation'
import { Type } from 'typebox'
import { listDeadlines } from '../../collection/index.ts'
import { callerOf } from '../../platform/http/access.ts'
import type { RegisterRoutes } from '../../platform/http/app-type.ts'
import { ok, strict } from '../../platform/http/schemas.ts'
import { getRunKey } from '../find-run.ts'
import { listTurns } from './list-turns.ts'

const Run = Type.Object(
  { run: Type.String({ minLength: 1, maxLength: 400, description: '评估标识，或 latest' }) },
  strict,
)

/** What the leader's page and the cockpit need besides the evaluation itself. */
export const briefRoutes: RegisterRoutes = (app, { door }) => {
  app.get(
    '/api/evaluation/runs/:run/turns',
    {
      config: { access: { verb: 'evaluation.read' } },
      schema: { summary: '与上一次评估比，哪些项目变了', params: Run, response: ok(TurnsAnswer) },
    },
    (request) => door.read(callerOf(request), async ({ db }) => listTurns(db, await getRunKey(db, request.params.run))),
  )

  app.get(
    '/api/evaluation/runs/:run/deadlines',
    {
      config: { access: { verb: 'collection.read' } },
      schema: { summary: '该县正在上报的数据：期限、进度、谁还欠', params: Run, response: ok(DeadlinesAnswer) },
    },
    (request) =>
      door.read(callerOf(request), async (ctx) => {
        const { county } = await getRunKey(ctx.db, request.params.run)
        return listDeadlines(ctx, county)
      }),
  )
}
