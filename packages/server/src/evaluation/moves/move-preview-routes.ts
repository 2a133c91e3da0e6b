import { MoveEffect, MovePreview } from '@eduduty/core/evaluation'
import { Type } from 'typebox'
import { callerOf } from '../../platform/http/access.ts'
import type { RegisterRoutes } from '../../platform/http/app-type.ts'
import { CountyCode, ok, RowId, strict } from '../../platform/http/schemas.ts'
import { previewMove } from './preview-move.ts'
import { tryDraft } from './try-draft.ts'

const OneVersion = Type.Object(
  { county: CountyCode, period: RowId, hash: Type.String({ pattern: '^[0-9a-f]{64}$' }) },
  strict,
)

const OneTrial = Type.Object({ county: CountyCode, period: RowId, draft: RowId }, strict)

/** What another version of its pack, or a draft of one, would do to a period. */
export const movePreviewRoutes: RegisterRoutes = (app, { door }) => {
  app.get(
    '/api/evaluation/periods/:county/:period/versions/:hash',
    {
      config: { access: { verb: 'packs.approve' } },
      schema: { summary: '更换标准包版本的预览', params: OneVersion, response: ok(MovePreview) },
    },
    (request) => {
      const { county, period, hash } = request.params
      return door.read(callerOf(request), (ctx) => previewMove(ctx, { county, periodId: period }, hash))
    },
  )

  app.get(
    '/api/evaluation/periods/:county/:period/drafts/:draft',
    {
      config: { access: { verb: 'packs.draft' } },
      schema: { summary: '用草稿试算上报期', params: OneTrial, response: ok(MoveEffect) },
    },
    (request) => {
      const { county, period, draft } = request.params
      return door.read(callerOf(request), (ctx) => tryDraft(ctx, { county, periodId: period }, draft))
    },
  )
}
