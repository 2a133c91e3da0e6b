import { PaperView, Preview, UploadQuery, UploadReceipt } from '@eduduty/core/archive'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { callerOf, getSignedIn } from '../../platform/http/access.ts'
import type { App, Deps, RegisterRoutes } from '../../platform/http/app-type.ts'
import { Content, ok, strict } from '../../platform/http/schemas.ts'
import { sendApart } from '../../platform/http/send-file.ts'
import { FileName, sentStream, streamingFiles } from '../../platform/http/take-file.ts'
import { openFile } from '../papers/open-file.ts'
import { previewFile } from '../papers/preview-file.ts'
import { readPaper } from '../papers/read-paper.ts'
import { endingOfMedia } from '../reading/media.ts'
import { openTextReading, type TextReading } from '../texts/text-reading.ts'
import { type Receiving, receiveUpload } from '../uploads/receive-upload.ts'
import { replaceVersion } from '../uploads/replace-version.ts'
import { OneCounty, OnePaper, OneVersion, ReasonQuery } from './params.ts'

const read = { access: { verb: 'archive.read' } } as const
const provide = { access: { verb: 'archive.provide' } } as const

/** Files of evidence, in and out. */
export const fileRoutes: RegisterRoutes = (app, deps) => {
  const { door, files } = deps
  const reading = openTextReading(door, files, (problem) => app.log.error(problem, '材料的正文没有读完，稍后再试'))
  // What a former program left waiting is read now; whoever closes the program waits for the file under way.
  app.addHook('onClose', () => reading.settled())
  streamingFiles(app, (inner) => uploadRoutes(inner, deps, reading))
  readingRoutes(app, deps)
}

function uploadRoutes(app: App, { door, files }: Deps, reading: TextReading): void {
  const receiving = (request: FastifyRequest, county: string): Receiving => ({
    door,
    files,
    caller: callerOf(request),
    county,
    onText: () => reading.start(),
  })
  app.post(
    '/api/archive/uploads/:county',
    {
      config: provide,
      schema: { summary: '上传佐证材料', params: OneCounty, querystring: UploadQuery, response: ok(UploadReceipt) },
    },
    async (request) => {
      const to = receiving(request, request.params.county)
      return receiveUpload(to, request.query, sentStream(request.body))
    },
  )
  app.post(
    '/api/archive/papers/:county/:paper/versions',
    {
      config: provide,
      schema: {
        summary: '上传材料的新版本',
        params: OnePaper,
        querystring: Type.Object({ name: FileName }, strict),
        response: ok(PaperView),
      },
    },
    async (request) => {
      const to = receiving(request, request.params.county)
      await replaceVersion(to, request.params.paper, request.query.name, sentStream(request.body))
      const { grants } = getSignedIn(request)
      return door.read(to.caller, (ctx) => readPaper({ ctx, grants }, request.params))
    },
  )
}

function readingRoutes(app: App, { door, files }: Deps): void {
  app.get(
    '/api/archive/papers/:county/:paper/versions/:version/file',
    {
      config: read,
      schema: { summary: '下载材料', params: OneVersion, querystring: ReasonQuery, response: ok(Content) },
    },
    async (request, reply) => {
      const { county } = request.params
      const { grants } = getSignedIn(request)
      const opening = { ...request.params, grants, reason: request.query.reason ?? '' }
      const { title, media, sha256 } = await openFile(door, files, callerOf(request), opening)
      return keptApart(reply, { name: `${title}${endingOfMedia(media)}`, media, content: files.read(county, sha256) })
    },
  )
  app.get(
    '/api/archive/papers/:county/:paper/versions/:version/preview',
    {
      config: read,
      schema: { summary: '预览材料', params: OneVersion, querystring: ReasonQuery, response: ok(Preview) },
    },
    (request) => {
      const { grants } = getSignedIn(request)
      const opening = { ...request.params, grants, reason: request.query.reason ?? '' }
      return previewFile(door, files, callerOf(request), opening)
    },
  )
}

interface Sent {
  readonly name: string
  readonly media: string
  readonly content: AsyncIterable<Uint8Array>
}

/** What is text is saved, not shown. */
function keptApart(reply: FastifyReply, { name, media, content }: Sent): FastifyReply {
  const type = media.startsWith('text/') ? 'application/octet-stream' : media
  return sendApart(reply, { name, type, content })
}
