import type { FileStore } from '../../platform/files/file-store.ts'
import type { Media } from '../reading/media.ts'
import type { TakenFile } from './take-in.ts'

export interface MadeFile {
  readonly name: string
  readonly media: Media
  readonly bytes: Uint8Array
}

/** Gives its place to a file that the system has made itself. Where its row is then not kept, it is swept. Errors: those of the store. */
export async function placeMade(
  files: FileStore,
  county: string,
  { name, media, bytes }: MadeFile,
): Promise<TakenFile> {
  const incoming = await files.receive(once(bytes), Number.POSITIVE_INFINITY)
  await files.place(county, incoming)
  return { ...incoming, name, media }
}

async function* once(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes
}
