import { Readable } from 'node:stream'
import type { SwaggerTransform } from '@fastify/swagger'
import { type Static, Type } from 'typebox'
import { AppError } from '../errors/app-error.ts'
import type { App } from './app-type.ts'

const octets = 'application/octet-stream'

/** The name of a sent file, in the address: it only tells people which file it is. */
export const FileName = Type.String({ minLength: 1, maxLength: 200, description: '文件名，只用来说明是哪个文件' })

/** Routes that take the bytes of a file as they are; only they do. */
export function takingFiles(app: App, bytes: number, register: (inner: App) => void): void {
  app.register(async (inner: App) => {
    describeFileBodies(inner)
    inner.addContentTypeParser(octets, { parseAs: 'buffer', bodyLimit: bytes }, (_request, body, done) =>
      done(null, body),
    )
    register(inner)
  })
}

/** Routes that take a file as a stream, whatever its size: whoever reads it sets the limit. Only they do. */
export function streamingFiles(app: App, register: (inner: App) => void): void {
  app.register(async (inner: App) => {
    describeFileBodies(inner)
    inner.addContentTypeParser(octets, (_request, payload, done) => done(null, payload))
    register(inner)
  })
}

/** The stream of a request. Errors: `request.no_file` when there is none. */
export function sentStream(body: unknown): AsyncIterable<Uint8Array> {
  if (!(body instanceof Readable)) throw new AppError('request.no_file')
  return body
}

/** Routes registered after this say in the description of the interface that their body is a file. */
export function describeFileBodies(app: App): void {
  app.addHook('onRoute', (route) => {
    route.schema = { ...route.schema, consumes: [octets] }
  })
}

/** What such a body is in the description. Nothing is validated by it: bytes are taken as they are. */
export const withFileBody: SwaggerTransform = ({ schema, url }) => {
  const takesFile = schema?.consumes?.includes(octets) === true
  return { url, schema: takesFile ? { ...schema, body: { type: 'string', format: 'binary' } } : schema }
}

/** The file of a request. Errors: `request.no_file` when there is none. */
export function sentFile(
  name: Static<typeof FileName>,
  body: unknown,
): { readonly name: string; readonly bytes: Uint8Array } {
  if (!Buffer.isBuffer(body) || body.length === 0) throw new AppError('request.no_file')
  return { name, bytes: body }
}

/** What a file is called that goes back with its wrong cells red. */
export const returnedName = (name: string): string => `${name.replace(/\.[^.]*$/, '')}-退回修改`
