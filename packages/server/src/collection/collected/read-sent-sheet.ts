import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Sheet } from '@eduduty/core/collection'
import type { Queries } from '../../platform/db/database.ts'
import type { Keyring } from '../../platform/keys/keyring.ts'
import { openWorkbookReader } from '../../platform/workbooks/workbook-reader.ts'
import { openUpload } from '../files/sealed-files.ts'

export interface SentSheetWanted {
  readonly county: string
  readonly uploadId: string
  readonly sheet: string
  readonly keyring: Keyring
}

/** A sheet of a file that a unit sent, read once more from the file that was kept; undefined where it is not there. */
export async function findSentSheet(
  db: Queries,
  { county, uploadId, sheet, keyring }: SentSheetWanted,
): Promise<Sheet | undefined> {
  const [upload] = await db.run<{ name: string; content: Uint8Array | null; is_sealed: boolean }>(
    'select name, content, is_sealed from collection_uploads where county_code = $1 and upload_id = $2',
    [county, uploadId],
  )
  const bytes = upload?.content
  if (upload === undefined || bytes === undefined || bytes === null) return undefined
  const folder = await mkdtemp(join(tmpdir(), 'eduduty-sent-'))
  const reader = openWorkbookReader()
  try {
    const path = join(folder, 'sent')
    await writeFile(path, openUpload(keyring, 'content', { county, uploadId, bytes, isSealed: upload.is_sealed }), {
      mode: 0o600,
    })
    const read = await reader.read(path, upload.name)
    return read.refused === undefined ? read.sheets.find(({ name }) => name === sheet) : undefined
  } finally {
    await reader.close()
    await rm(folder, { recursive: true, force: true })
  }
}
