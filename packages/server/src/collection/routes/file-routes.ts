import { TaskEntry, UploadEntry } from '@eduduty/core/collection'
import { Type } from 'typebox'
import { AppError } from '../../platform/errors/app-error.ts'
import { callerOf } from '../../platform/http/access.ts'
import type { App, RegisterRoutes } from '../../platform/http/app-type.ts'
import { Content, CountyCode, ok, RowId, strict } from '../../platform/http/schemas.ts'
import { mediaTypes, sendFile } from '../../platform/http/send-file.ts'
import { readMarked } from '../upload/read-marked.ts'
import { receiveUpload } from '../upload/receive-upload.ts'
import { makeTaskTemplate } from '../upload/task-template.ts'
import { fill, OneTask, read, taskOf } from './schemas.ts'

const uploadBytes = 64 * 1024 * 1024
const OneUpload = Type.Object({ county: CountyCode, task: RowId, upload: RowId }, strict)
const Outcome = Type.Object({ upload: UploadEntry, task: TaskEntry }, strict)
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
      const { name, bytes } = await door.write(callerOf(request), (ctx) => readMarked(ctx, taskOf(key), upload))
      return sendFile(reply, { name: `${name}.xlsx`, type: mediaTypes.xlsx, content: bytes })
    },
  )

  // Bytes are taken as they are, and only here.
  app.register(async (inner: App) => {
    inner.addContentTypeParser(
      'application/octet-stream',
      { parseAs: 'buffer', bodyLimit: uploadBytes },
      (_request, body, done) => done(null, body),
    )
    inner.post(
      '/api/collection/tasks/:county/:task/upload',
      {
        config: fill,
        bodyLimit: uploadBytes,
        schema: {
          summary: '上传填好的表',
          params: OneTask,
          querystring: Type.Object({ name: Type.String({ minLength: 1, maxLength: 200 }) }, strict),
          response: ok(Outcome),
        },
      },
      (request) => {
        const { body } = request
        if (!Buffer.isBuffer(body) || body.length === 0)
          throw new AppError('request.invalid', { reason: '没有文件，或文件是空的' })
        const file = { name: request.query.name, bytes: body }
        return receiveUpload(door, callerOf(request), taskOf(request.params), { file, keyring })
      },
    )
  })
}
