import { Type } from 'typebox'
import { getAssessment, getRunKey, openRun } from '../../evaluation/index.ts'
import { callerOf } from '../../platform/http/access.ts'
import type { RegisterRoutes } from '../../platform/http/app-type.ts'
import { Content, ok, strict } from '../../platform/http/schemas.ts'
import { mediaTypes, sendFile } from '../../platform/http/send-file.ts'
import { getDraft, nameOf } from '../drafts/draft-row.ts'
import { readerOfRun } from '../drafts/read-as-run.ts'
import { OneReport } from '../drafts/report-params.ts'
import { Run } from '../run-parameter.ts'
import { PICTURE_BYTES, readPicture } from './read-picture.ts'
import { slidesOfDraft } from './slides-of-draft.ts'
import { slidesOfRun } from './slides-of-run.ts'

const MOST_PICTURES = 12
const CHARACTERS = Math.ceil(PICTURE_BYTES / 3) * 4
const BODY = MOST_PICTURES * CHARACTERS + 64 * 1024
const pptx = ['application/octet-stream']

const Pictures = Type.Object(
  {
    pictures: Type.Array(
      Type.Object(
        {
          caption: Type.String({ maxLength: 60, description: '图片说明' }),
          data: Type.String({ minLength: 1, maxLength: CHARACTERS, description: 'jpg 或 png 图片，Base64' }),
        },
        strict,
      ),
      { maxItems: MOST_PICTURES },
    ),
  },
  strict,
)

/** The deck for the hearing: of a draft as it stands, or of what the outline says. Pictures are put in and not kept. */
export const slideRoutes: RegisterRoutes = (app, deps) => {
  slidesFromRun(app, deps)
  slidesFromDraft(app, deps)
}

const slidesFromRun: RegisterRoutes = (app, { door }) => {
  app.post(
    '/api/reports/runs/:run/slides',
    {
      config: { access: { verb: 'evaluation.read' } },
      bodyLimit: BODY,
      schema: { summary: '汇报幻灯片：按提纲', params: Run, body: Pictures, produces: pptx, response: ok(Content) },
    },
    async (request, reply) => {
      const pictures = request.body.pictures.map(readPicture)
      const run = await door.write(callerOf(request), async (ctx) => {
        const key = await getRunKey(ctx.db, request.params.run)
        const opened = await openRun(ctx, key)
        const { county } = opened.assessment.run
        const detail = { run: key.run, pictures: pictures.length }
        ctx.audit({ action: 'reports.write_slides', subject: county.name, detail })
        return opened
      })
      return sendFile(reply, { ...(await slidesOfRun(run.evaluate(), pictures)), type: mediaTypes.pptx })
    },
  )
}

const slidesFromDraft: RegisterRoutes = (app, { door }) => {
  app.post(
    '/api/reports/:county/:report/slides',
    {
      config: { access: { verb: 'reports.read' } },
      bodyLimit: BODY,
      schema: {
        summary: '汇报幻灯片：照报告稿现在的文字和数字',
        params: OneReport,
        body: Pictures,
        produces: pptx,
        response: ok(Content),
      },
    },
    async (request, reply) => {
      const pictures = request.body.pictures.map(readPicture)
      const row = await door.write(callerOf(request), async (ctx) => {
        const found = await getDraft(ctx, request.params)
        const detail = { report: found.report_id, pictures: pictures.length }
        ctx.audit({ action: 'reports.write_slides', subject: nameOf(found), detail })
        return found
      })
      // What the figures are called stands in the run's document, which not every reader reaches.
      const key = { county: row.county_code, run: row.run_id }
      const reader = await readerOfRun(door, key, row.org_path)
      const assessment = await door.read(reader, ({ db }) => getAssessment(db, key))
      return sendFile(reply, { ...(await slidesOfDraft(row, assessment, pictures)), type: mediaTypes.pptx })
    },
  )
}
