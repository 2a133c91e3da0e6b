import { AppError } from '../../platform/errors/app-error.ts'
import type { FileStore, IncomingFile } from '../../platform/files/file-store.ts'
import { askThread } from '../reading/ask-thread.ts'
import type { Media } from '../reading/media.ts'
import { MediaRefused } from '../reading/media-refused.ts'
import { uploadLimits } from './limits.ts'

/** A file that has come in whole and is what may be kept. */
export interface TakenFile extends IncomingFile {
  readonly media: Media
  /** As it was sent, with its folders; never a name on the disk. */
  readonly name: string
}

export interface Room {
  /** Bytes that the unit may still keep, and what to say when they are not enough. */
  readonly bytes: number
  readonly refusal: AppError
}

/** Takes a stream in and tells what it is; nothing stays where it is refused. Errors: `archive.file_refused`, `archive.quota_reached`, those of the store. */
export async function takeIn(
  files: FileStore,
  name: string,
  content: AsyncIterable<Uint8Array>,
  room: Room,
  isUnpacked = false,
): Promise<TakenFile> {
  if (room.bytes <= 0) throw room.refusal
  const incoming = await receive(files, content, room)
  try {
    return { ...incoming, name, media: await askThread({ kind: 'media', path: incoming.path, name, isUnpacked }) }
  } catch (error) {
    await files.drop(incoming)
    if (error instanceof MediaRefused) throw new AppError('archive.file_refused', { name, reason: error.message })
    throw error
  }
}

async function receive(files: FileStore, content: AsyncIterable<Uint8Array>, room: Room): Promise<IncomingFile> {
  const isTight = room.bytes < uploadLimits.fileBytes
  try {
    return await files.receive(content, isTight ? room.bytes : uploadLimits.fileBytes)
  } catch (error) {
    if (isTight && error instanceof AppError && error.code === 'files.too_large') throw room.refusal
    throw error
  }
}
