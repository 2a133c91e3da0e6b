import { Type } from 'typebox'
import { programVersion } from '../version.ts'
import type { RegisterRoutes } from './app-type.ts'
import { problemResponses } from './problem.ts'

const Health = Type.Object(
  {
    status: Type.Literal('ok'),
    version: Type.String(),
    database: Type.Object(
      {
        kind: Type.Union([Type.Literal('memory'), Type.Literal('embedded'), Type.Literal('server')]),
        durability: Type.Boolean({ description: '断电安全' }),
      },
      { additionalProperties: false },
    ),
  },
  { additionalProperties: false },
)

/** Answers only when the database does. */
export const healthRoute: RegisterRoutes = (app, deps) => {
  app.get(
    '/api/health',
    {
      config: { access: { public: '供监测程序探活，不含业务数据' } },
      schema: { summary: '运行状况', response: { 200: Health, ...problemResponses } },
    },
    async () => {
      await deps.db.run('select 1')
      const { kind, durability } = deps.db
      return { status: 'ok' as const, version: programVersion(), database: { kind, durability } }
    },
  )
}
