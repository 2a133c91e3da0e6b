import { Type } from 'typebox'
import { getRunKey, openRun } from '../../evaluation/index.ts'
import { callerOf } from '../../platform/http/access.ts'
import type { RegisterRoutes } from '../../platform/http/app-type.ts'
import { Content, ok, strict } from '../../platform/http/schemas.ts'
import { mediaTypes, sendFile } from '../../platform/http/send-file.ts'
import { Run } from '../run-parameter.ts'
import { PICTURE_BYTES, readPicture } from './read-picture.ts'
import { slidesOfRun } from './slides-of-run.ts'

const MOST_PICTURES = 12
const CHARACTERS = Math.ceil(PICTURE_BYTES / 3) * 4

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

/** The deck for the hearing. Pictures are put in and not kept. */
export const slideRoutes: RegisterRoutes = (app, { door }) => {
  app.post(
    '/api/reports/runs/:run/slides',
    {
      config: { access: { verb: 'evaluation.read' } },
      bodyLimit: MOST_PICTURES * CHARACTERS + 64 * 1024,
      schema: {
        summary: '汇报幻灯片',
        params: Run,
        body: Pictures,
        produces: ['application/octet-stream'],
        response: ok(Content),
      },
    },
    async (request, reply) => {
      const pictures = request.body.pictures.map(readPicture)
      const run = await door.write(callerOf(request), async (ctx) => {
        const key = await getRunKey(ctx.db, request.params.run)
        const opened = await openRun(ctx, key)
        const { county } = opened.assessment.run
        ctx.audit({
          action: 'reports.write_slides',
          subject: county.name,
          detail: { run: key.run, pictures: pictures.length },
        })
        return opened
      })
      return sendFile(reply, { ...(await slidesOfRun(run.evaluate(), pictures)), type: mediaTypes.pptx })
    },
  )
}
