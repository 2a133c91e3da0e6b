import type { Preview } from '@eduduty/core/archive'
import type { Caller } from '../../platform/ctx.ts'
import type { Door } from '../../platform/door.ts'
import type { FileStore } from '../../platform/files/file-store.ts'
import { askThread } from '../reading/ask-thread.ts'
import { MediaRefused } from '../reading/media-refused.ts'
import { type Opening, openFile } from './open-file.ts'

/** What a page shows of a version. Errors: as openFile. */
export async function previewFile(door: Door, files: FileStore, caller: Caller, opening: Opening): Promise<Preview> {
  const { media, sha256, file_name: name } = await openFile(door, files, caller, opening)
  try {
    return await askThread({ kind: 'preview', path: files.pathOf(opening.county, sha256), media, name })
  } catch (error) {
    if (!(error instanceof MediaRefused)) throw error
    return { shows: 'nothing', why: `${error.message}，请下载后打开`, paragraphs: [], sheets: [], is_cut: false }
  }
}
