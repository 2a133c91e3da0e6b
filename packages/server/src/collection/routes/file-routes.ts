import { TaskEntry, UploadEntry } from '@eduduty/core/collection'
import type { FastifyRequest } from 'fastify'
import { type Static, Type } from 'typebox'
import { AppError } from '../../platform/errors/app-error.ts'
import { callerOf } from '../../platform/http/access.ts'
import type { App, Deps, RegisterRoutes } from '../../platform/http/app-type.ts'
import { Content, CountyCode, ok, RowId, strict } from '../../platform/http/schemas.ts'
import { mediaTypes, sendFile } from '../../platform/http/send-file.ts'
import { describeFileBodies } from '../../platform/http/take-file.ts'
import { getTask } from '../tasks/get-task.ts'
import type { TaskKey } from '../tasks/task-row.ts'
import { readMarked } from '../upload/read-marked.ts'
import { ROSTER_BYTES, receiveFile } from '../upload/receive-file.ts'
import { createRunningLoads, type RunningLoads } from '../upload/running-loads.ts'
import { SentBody } from '../upload/sent-body.ts'
import { makeTaskTemplate } from '../upload/task-template.ts'
import { fill, OneTask, read, taskOf } from './schemas.ts'

const OneUpload = Type.Object({ county: CountyCode, task: RowId, upload: RowId }, strict)
const Outcome = Type.Object({ upload: UploadEntry, task: TaskEntry }, strict)
const FileName = Type.Object({ name: Type.String({ minLength: 1, maxLength: 200 }) }, strict)
const produces = ['application/octet-stream']

/** Templates out, workbooks in, marked workbooks back. */
export const fileRoutes: RegisterRoutes = (app, deps) => {
  const { door, keyring } = deps
  app.get(
    '/api/collection/tasks/:county/:task/template',
    { config: read, schema: { summary: '下载填报模板', params: OneTask, produces, response: ok(Content) } },
    async (request, reply) => {
      const key = taskOf(request.params)
      const { name, bytes } = await door.write(callerOf(request), (ctx) => makeTaskTemplate(ctx, key, keyring))
      return sendFile(reply, { name: `${name}.xlsx`, type: mediaTypes.xlsx, content: bytes })
    },
  )

  app.get(
    '/api/collection/tasks/:county/:task/uploads/:upload/marked',
    { config: read, schema: { summary: '下载标红退回的文件', params: OneUpload, produces, response: ok(Content) } },
    async (request, reply) => {
      const { upload, ...key } = request.params
      const { name, bytes } = await door.write(callerOf(request), (ctx) =>
        readMarked(ctx, taskOf(key), upload, keyring),
      )
      return sendFile(reply, { name: `${name}.xlsx`, type: mediaTypes.xlsx, content: bytes })
    },
  )
  const running = createRunningLoads()
  progressRoutes(app, deps, running)
  uploadRoute(app, deps, running)
}

function uploadRoute(app: App, deps: Deps, running: RunningLoads): void {
  // Bytes are taken as they come, and only here: a roster goes to the disk piece by piece.
  app.register(async (inner: App) => {
    describeFileBodies(inner)
    inner.addContentTypeParser('application/octet-stream', { bodyLimit: ROSTER_BYTES }, (_request, payload, done) => {
      // Nothing is returned: a promise here would be taken for the body.
      SentBody.receive(payload).then((body) => done(null, body), done)
    })
    inner.post(
      '/api/collection/tasks/:county/:task/upload',
      {
        config: fill,
        bodyLimit: ROSTER_BYTES,
        schema: { summary: '上传填好的表', params: OneTask, querystring: FileName, response: ok(Outcome) },
      },
      async (request) => {
        const body: unknown = request.body
        if (!(body instanceof SentBody)) throw new AppError('request.no_file')
        try {
          return await receive(deps, request, taskOf(request.params), { name: request.query.name, body, running })
        } finally {
          await body.drop()
        }
      },
    )
  })
}

interface Received {
  readonly name: string
  readonly body: SentBody
  readonly running: RunningLoads
}

async function receive(
  { db, door, keyring }: Deps,
  request: FastifyRequest,
  key: TaskKey,
  { name, body, running }: Received,
): Promise<Static<typeof Outcome>> {
  // Whoever closes the page or stops the transfer does not want it any more.
  const stop = (): void => void running.cancel(key)
  request.raw.socket.once('close', stop)
  try {
    const parts = { db, door, keyring, running }
    const { upload, task } = await receiveFile(parts, callerOf(request), key, { name, body })
    return { upload, task }
  } finally {
    request.raw.socket.off('close', stop)
  }
}

const Progress = Type.Object(
  {
    running: Type.Boolean(),
    read: Type.Integer({ description: '已读的行数' }),
    of: Type.Integer({ description: '大约共有的行数' }),
    stored: Type.Integer({ description: '已入库的行数' }),
  },
  strict,
)

function progressRoutes(app: App, { door }: Deps, running: RunningLoads): void {
  app.get(
    '/api/collection/tasks/:county/:task/upload',
    { config: fill, schema: { summary: '名册导入进度', params: OneTask, response: ok(Progress) } },
    async (request) => {
      const key = taskOf(request.params)
      await door.read(callerOf(request), (ctx) => getTask(ctx, key))
      const progress = running.find(key)
      return { running: progress !== undefined, read: 0, of: 0, stored: 0, ...progress }
    },
  )

  app.post(
    '/api/collection/tasks/:county/:task/upload/cancellation',
    {
      config: fill,
      schema: {
        summary: '取消名册导入',
        params: OneTask,
        response: ok(Type.Object({ cancelled: Type.Boolean() }, strict)),
      },
    },
    async (request) => {
      const key = taskOf(request.params)
      await door.read(callerOf(request), (ctx) => getTask(ctx, key))
      return { cancelled: running.cancel(key) }
    },
  )
}
