import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Sheet } from '@eduduty/core/collection'
import type { Queries } from '../../platform/db/database.ts'
import { openWorkbookReader } from '../../platform/workbooks/workbook-reader.ts'

export interface SentSheetWanted {
  readonly county: string
  readonly uploadId: string
  readonly sheet: string
}

/** A sheet of a file that a unit sent, read once more from the file that was kept; undefined where it is not there. */
export async function findSentSheet(
  db: Queries,
  { county, uploadId, sheet }: SentSheetWanted,
): Promise<Sheet | undefined> {
  const [upload] = await db.run<{ name: string; content: Uint8Array | null }>(
    'select name, content from collection_uploads where county_code = $1 and upload_id = $2',
    [county, uploadId],
  )
  if (upload === undefined || upload.content === null) return undefined
  const folder = await mkdtemp(join(tmpdir(), 'eduduty-sent-'))
  const reader = openWorkbookReader()
  try {
    const path = join(folder, 'sent')
    await writeFile(path, upload.content, { mode: 0o600 })
    const read = await reader.read(path, upload.name)
    return read.refused === undefined ? read.sheets.find(({ name }) => name === sheet) : undefined
  } finally {
    await reader.close()
    await rm(folder, { recursive: true, force: true })
  }
}
