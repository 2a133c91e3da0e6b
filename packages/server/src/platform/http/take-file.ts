import { type Static, Type } from 'typebox'
import { AppError } from '../errors/app-error.ts'
import type { App } from './app-type.ts'

/** The name of a sent file, in the address: it only tells people which file it is. */
export const FileName = Type.String({ minLength: 1, maxLength: 200, description: '文件名，只用来说明是哪个文件' })

/** Routes that take the bytes of a file as they are; only they do. */
export function takingFiles(app: App, bytes: number, register: (inner: App) => void): void {
  app.register(async (inner: App) => {
    inner.addContentTypeParser(
      'application/octet-stream',
      { parseAs: 'buffer', bodyLimit: bytes },
      (_request, body, done) => done(null, body),
    )
    register(inner)
  })
}

/** The file of a request. Errors: `request.invalid` when there is none. */
export function sentFile(
  name: Static<typeof FileName>,
  body: unknown,
): { readonly name: string; readonly bytes: Uint8Array } {
  if (!Buffer.isBuffer(body) || body.length === 0)
    throw new AppError('request.invalid', { reason: '没有文件，或文件是空的' })
  return { name, bytes: body }
}

/** What a file is called that goes back with its wrong cells red. */
export const returnedName = (name: string): string => `${name.replace(/\.[^.]*$/, '')}-退回修改`
