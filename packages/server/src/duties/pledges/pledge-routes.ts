import {
  PartiesBody,
  PledgeCopied,
  PledgeList,
  PledgesMade,
  PledgesReminded,
  PledgeTextBody,
  SignPledgeBody,
} from '@eduduty/core/duties'
import { Type } from 'typebox'
import { openTextReading } from '../../archive/index.ts'
import { callerOf, getSignedIn } from '../../platform/http/access.ts'
import type { RegisterRoutes } from '../../platform/http/app-type.ts'
import { Content, ok, strict } from '../../platform/http/schemas.ts'
import { mediaTypes, sendFile } from '../../platform/http/send-file.ts'
import { FileName, sentStream, streamingFiles } from '../../platform/http/take-file.ts'
import { readingOf, writingOf } from '../acting.ts'
import { County, Made, plan, read, work } from '../mechanisms/schemas.ts'
import { changePledgeWords } from './change-pledge-words.ts'
import { copyPledge } from './copy-pledge.ts'
import { listPledges } from './list-pledges.ts'
import { makePledges } from './make-pledges.ts'
import { remindPledges } from './remind-pledges.ts'
import { signPledge } from './sign-pledge.ts'
import { takePledge, takePledges, writePledge, writePledges } from './write-pledges.ts'

const OnePlan = Type.Object({ ...County, plan: Type.String({ maxLength: 100, description: '任务分解标识' }) }, strict)
const OnePledge = Type.Object({ ...County, pledge: Type.String({ maxLength: 100, description: '责任书标识' }) }, strict)

const produces = ['application/octet-stream']

/** 责任书。 */
export const pledgeRoutes: RegisterRoutes = (app, deps) => {
  listRoutes(app, deps)
  fileRoutes(app, deps)
  copyRoutes(app, deps)
}

const listRoutes: RegisterRoutes = (app, { door }) => {
  app.get(
    '/api/duties/plans/:county/:plan/pledges',
    { config: read, schema: { summary: '责任书签订情况', params: OnePlan, response: ok(PledgeList) } },
    (request) => door.read(callerOf(request), (ctx) => listPledges(readingOf(request, ctx, door), request.params)),
  )
  app.post(
    '/api/duties/plans/:county/:plan/pledges',
    {
      config: work,
      schema: { summary: '生成责任书', params: OnePlan, body: PartiesBody, response: ok(PledgesMade) },
    },
    (request) =>
      door.write(callerOf(request), (ctx) =>
        makePledges(writingOf(request, ctx), request.params, request.body.parties),
      ),
  )
  app.post(
    '/api/duties/plans/:county/:plan/pledges/text',
    {
      config: plan,
      schema: { summary: '修改责任书的文字', params: OnePlan, body: PledgeTextBody, response: ok(Made) },
    },
    (request) =>
      door.write(callerOf(request), async (ctx) => {
        await changePledgeWords(writingOf(request, ctx), request.params, request.body)
        return { id: request.params.plan }
      }),
  )
  app.post(
    '/api/duties/plans/:county/:plan/pledges/reminders',
    {
      config: work,
      schema: { summary: '催签责任书', params: OnePlan, body: PartiesBody, response: ok(PledgesReminded) },
    },
    (request) =>
      door.write(callerOf(request), (ctx) =>
        remindPledges(writingOf(request, ctx), request.params, request.body.parties),
      ),
  )
  app.post(
    '/api/duties/pledges/:county/:pledge/signing',
    {
      config: work,
      schema: { summary: '登记责任书签订', params: OnePledge, body: SignPledgeBody, response: ok(Made) },
    },
    (request) =>
      door.write(callerOf(request), async (ctx) => {
        await signPledge(writingOf(request, ctx), request.params, request.body)
        return { id: request.params.pledge }
      }),
  )
}

const fileRoutes: RegisterRoutes = (app, { door }) => {
  app.get(
    '/api/duties/pledges/:county/:pledge/file',
    {
      config: read,
      schema: { summary: '下载一份责任书', params: OnePledge, produces, response: ok(Content) },
    },
    async (request, reply) => {
      const row = await door.write(callerOf(request), (ctx) => takePledge(writingOf(request, ctx), request.params))
      const { name, bytes } = await writePledge(row)
      return sendFile(reply, { name, type: mediaTypes.docx, content: bytes })
    },
  )
  app.post(
    '/api/duties/plans/:county/:plan/pledges/files',
    {
      config: read,
      schema: {
        summary: '下载多份责任书',
        params: OnePlan,
        body: PartiesBody,
        produces,
        response: ok(Content),
      },
    },
    async (request, reply) => {
      const taken = await door.write(callerOf(request), (ctx) =>
        takePledges(writingOf(request, ctx), request.params, request.body.parties),
      )
      const { name, bytes } = await writePledges(taken)
      return sendFile(reply, { name, type: 'application/zip', content: bytes })
    },
  )
}

const copyRoutes: RegisterRoutes = (app, { door, files }) => {
  const reading = openTextReading(door, files, (problem) => app.log.error(problem, '签订本的正文没有读完，稍后再试'))
  app.addHook('onClose', () => reading.settled())
  streamingFiles(app, (inner) =>
    inner.post(
      '/api/duties/pledges/:county/:pledge/copies',
      {
        config: work,
        schema: {
          summary: '上传责任书签订本的扫描件',
          params: OnePledge,
          querystring: Type.Object({ name: FileName }, strict),
          response: ok(PledgeCopied),
        },
      },
      (request) => {
        const caller = callerOf(request)
        const { county } = request.params
        const { grants } = getSignedIn(request)
        return copyPledge({ door, files, caller, county, grants, onText: () => reading.start() }, request.params, {
          name: request.query.name,
          content: sentStream(request.body),
        })
      },
    ),
  )
}
