import { DraftDifferences, DraftNames, GoldenOutcomes, PrintedFormula, PrintFormula } from '@eduduty/core/packs'
import { Type } from 'typebox'
import { callerOf } from '../../platform/http/access.ts'
import type { RegisterRoutes } from '../../platform/http/app-type.ts'
import { ok, strict } from '../../platform/http/schemas.ts'
import { answerGoldens } from './answer-goldens.ts'
import { compareDraft } from './compare-draft.ts'
import { listDraftNames } from './draft-names.ts'
import { OneDraft, writing } from './draft-params.ts'
import { printFormula } from './print-formula.ts'

const at = '/api/packs/drafts/:county/:draft'
const Place = Type.Object(
  { place: Type.String({ minLength: 1, maxLength: 60, description: '评价对象，或 register:台账标识，或 *' }) },
  strict,
)

/** What a draft means: names for its formulas, formulas in words, its worked examples, its differences. */
export const tryingRoutes: RegisterRoutes = (app, { door }) => {
  app.get(
    `${at}/names`,
    {
      config: writing,
      schema: { summary: '公式里可用的名称', params: OneDraft, querystring: Place, response: ok(DraftNames) },
    },
    (request) => door.read(callerOf(request), (ctx) => listDraftNames(ctx, request.params, request.query.place)),
  )

  app.post(
    `${at}/formula`,
    {
      config: writing,
      schema: { summary: '公式的标准写法', params: OneDraft, body: PrintFormula, response: ok(PrintedFormula) },
    },
    (request) => door.read(callerOf(request), (ctx) => printFormula(ctx, request.params, request.body)),
  )

  app.get(
    `${at}/golden`,
    { config: writing, schema: { summary: '运行草稿的算例', params: OneDraft, response: ok(GoldenOutcomes) } },
    (request) => door.read(callerOf(request), (ctx) => answerGoldens(ctx, request.params)),
  )

  app.get(
    `${at}/differences`,
    { config: writing, schema: { summary: '草稿与原版本的差别', params: OneDraft, response: ok(DraftDifferences) } },
    (request) => door.read(callerOf(request), (ctx) => compareDraft(ctx, request.params)),
  )
}
