import { Type } from 'typebox'
import { getRunKey } from '../../evaluation/index.ts'
import { callerOf } from '../../platform/http/access.ts'
import type { RegisterRoutes } from '../../platform/http/app-type.ts'
import { Content, ok, strict } from '../../platform/http/schemas.ts'
import { mediaTypes, sendFile } from '../../platform/http/send-file.ts'
import { Run } from '../run-parameter.ts'
import { briefingOfRun } from './briefing-of-run.ts'
import { writeBriefing, writeBriefings } from './write-briefing.ts'

const Split = Type.Object({ split: Type.Optional(Type.Boolean({ description: '每个部门一本，打成一个 zip' })) }, strict)

/** The book from which departments prepare for the inspectors' questions. */
export const briefingRoutes: RegisterRoutes = (app, { door }) => {
  app.get(
    '/api/reports/runs/:run/briefing',
    {
      config: { access: { verb: 'evaluation.read' } },
      schema: {
        summary: '部门备答手册',
        params: Run,
        querystring: Split,
        produces: ['application/octet-stream'],
        response: ok(Content),
      },
    },
    async (request, reply) => {
      const { split = false } = request.query
      const { run, name, model } = await door.write(callerOf(request), async (ctx) => {
        const key = await getRunKey(ctx.db, request.params.run)
        const read = await briefingOfRun(ctx.db, key)
        ctx.audit({ action: 'reports.write_briefing', subject: read.run.county.name, detail: { run: key.run, split } })
        return read
      })
      const date = run.evaluated_on
      return split
        ? sendFile(reply, { name: `${name}.zip`, type: 'application/zip', content: await writeBriefings(model, date) })
        : sendFile(reply, { name: `${name}.docx`, type: mediaTypes.docx, content: await writeBriefing(model, date) })
    },
  )
}
