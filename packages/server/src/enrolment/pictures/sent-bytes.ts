import { AppError } from '../../platform/errors/app-error.ts'

/** What was sent, whole. Errors: `enrolment.file_too_large`. */
export async function readWhole(content: AsyncIterable<Uint8Array>, megabytes: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  let bytes = 0
  for await (const part of content) {
    bytes += part.length
    if (bytes > megabytes * 1024 * 1024) throw new AppError('enrolment.file_too_large', { megabytes })
    parts.push(part)
  }
  return Buffer.concat(parts)
}

export async function* once(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes
}
