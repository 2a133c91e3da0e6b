import { MovePeriodBody, PeriodVersions, UndoMoveBody } from '@eduduty/core/collection'
import { callerOf } from '../../platform/http/access.ts'
import type { RegisterRoutes } from '../../platform/http/app-type.ts'
import { ok } from '../../platform/http/schemas.ts'
import { movePeriod } from '../moves/move-period.ts'
import { readPeriodVersions } from '../moves/read-period-versions.ts'
import { undoMove } from '../moves/undo-move.ts'
import { OnePeriod, periodOf } from './schemas.ts'

const approve = { access: { verb: 'packs.approve' } } as const

/** On which version of its pack a period stands, and moving it. */
export const moveRoutes: RegisterRoutes = (app, { door }) => {
  app.get(
    '/api/collection/periods/:county/:period/versions',
    {
      config: { access: { verb: 'packs.read' } },
      schema: { summary: '上报期用的标准包版本', params: OnePeriod, response: ok(PeriodVersions) },
    },
    (request) => door.read(callerOf(request), (ctx) => readPeriodVersions(ctx, periodOf(request.params))),
  )

  app.post(
    '/api/collection/periods/:county/:period/versions',
    {
      config: approve,
      schema: {
        summary: '更换上报期的标准包版本',
        params: OnePeriod,
        body: MovePeriodBody,
        response: ok(PeriodVersions),
      },
    },
    (request) => door.write(callerOf(request), (ctx) => movePeriod(ctx, periodOf(request.params), request.body)),
  )

  app.post(
    '/api/collection/periods/:county/:period/versions/undo',
    {
      config: approve,
      schema: { summary: '撤销更换', params: OnePeriod, body: UndoMoveBody, response: ok(PeriodVersions) },
    },
    (request) => door.write(callerOf(request), (ctx) => undoMove(ctx, periodOf(request.params), request.body)),
  )
}
