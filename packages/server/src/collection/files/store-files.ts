import { areaPath } from '@eduduty/core/organizations'
import type { Queries } from '../../platform/db/database.ts'
import type { Keyring } from '../../platform/keys/keyring.ts'
import type { FileRecord, FolderContent } from '../read-folder.ts'
import { fileIdOf } from './file-id.ts'
import { sealGrid } from './sealed-files.ts'
import { packGrid } from './stored-grid.ts'

/** Where a stored sheet is. */
export interface StoredSheet {
  readonly fileId: string
  readonly sheetNo: number
}

const kindOf = (type: FileRecord['type']): string => (type === 'refused' ? 'other' : type)

export interface FilesToStore {
  readonly county: string
  readonly read: FolderContent
  readonly now: Date
  /** Seals the cells: a sheet may hold the numbers of a whole school. */
  readonly keyring: Keyring
}

/** Keeps the files read and the cells of their sheets. A file already kept with the same content stays as it is. */
export async function storeFiles(
  queries: Queries,
  { county, read, now, keyring }: FilesToStore,
): Promise<ReadonlyMap<string, StoredSheet>> {
  const places = new Map<string, StoredSheet>()
  const known = new Set(
    (
      await queries.run<{ file_id: string }>('select file_id from collection_files where county_code = $1', [county])
    ).map((row) => row.file_id),
  )
  const fresh = read.files.filter((file) => !known.has(fileIdOf(file)))
  await queries.loadRows(
    'collection_files',
    ['county_code', 'org_path', 'file_id', 'name', 'sha256', 'bytes', 'kind', 'status', 'read_at'],
    fresh.map((file) => [
      county,
      areaPath(county),
      fileIdOf(file),
      file.name,
      file.sha256,
      file.bytes,
      kindOf(file.type),
      file.type === 'refused' ? 'refused' : 'read',
      now,
    ]),
  )
  const sheets: unknown[][] = []
  for (const file of read.files) {
    const fileId = fileIdOf(file)
    for (const [index, sheet] of (read.sheets.get(file.name) ?? []).entries()) {
      const place = { county, fileId, sheetNo: index + 1 }
      places.set(sheetKey(file.name, sheet.name), place)
      if (known.has(fileId)) continue
      const register = file.sheets.find((candidate) => candidate.name === sheet.name)?.register
      sheets.push([
        county,
        areaPath(county),
        fileId,
        place.sheetNo,
        sheet.name,
        sheet.hidden,
        register ?? null,
        register === undefined ? null : sealGrid(keyring, place, packGrid(sheet)),
        true,
      ])
    }
  }
  await queries.loadRows(
    'collection_sheets',
    ['county_code', 'org_path', 'file_id', 'sheet_no', 'name', 'hidden', 'register', 'grid', 'is_sealed'],
    sheets,
  )
  return places
}

export const sheetKey = (file: string, sheet: string): string => JSON.stringify([file, sheet])
