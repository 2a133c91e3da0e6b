import type { Keyring } from '../../platform/keys/keyring.ts'
import { open, openBytes, seal, sealBytes } from '../../platform/keys/seal.ts'

/** Whose file a task was sent: what it holds may be the numbers of a whole school. */
export interface UploadPlace {
  readonly county: string
  readonly uploadId: string
}

type UploadFile = 'content' | 'marked'

const uploadPlace = ({ county, uploadId }: UploadPlace, column: UploadFile) => ({
  table: 'collection_uploads',
  column,
  county,
  row: uploadId,
})

/** The file as it is kept; an empty one stands for a file that is not kept, and stays as it is. */
export function sealUpload(keyring: Keyring, place: UploadPlace, column: UploadFile, bytes: Uint8Array): Uint8Array {
  return bytes.byteLength === 0 ? bytes : sealBytes(keyring, uploadPlace(place, column), bytes)
}

export interface KeptUpload extends UploadPlace {
  readonly bytes: Uint8Array
  /** False for what an earlier program took, until it is sealed. */
  readonly isSealed: boolean
}

/** The file as it was sent. Errors: `keys.sealed_damaged`, `keys.unknown_version`. */
export function openUpload(
  keyring: Keyring,
  column: UploadFile,
  { bytes, isSealed, ...place }: KeptUpload,
): Uint8Array {
  return isSealed && bytes.byteLength > 0 ? openBytes(keyring, uploadPlace(place, column), bytes) : bytes
}

/** Where the cells of a sheet are kept that was read from a folder. */
export interface SheetPlace {
  readonly county: string
  readonly fileId: string
  readonly sheetNo: number
}

const gridPlace = ({ county, fileId, sheetNo }: SheetPlace) => ({
  table: 'collection_sheets',
  column: 'grid',
  county,
  row: `${fileId} ${sheetNo}`,
})

export function sealGrid(keyring: Keyring, place: SheetPlace, packed: string): string {
  return seal(keyring, gridPlace(place), packed)
}

export interface KeptGrid extends SheetPlace {
  readonly grid: string
  /** False for what an earlier program kept, until it is sealed. */
  readonly isSealed: boolean
}

/** The packed cells again. Errors: `keys.sealed_damaged`, `keys.unknown_version`. */
export function openGrid(keyring: Keyring, { grid, isSealed, ...place }: KeptGrid): string {
  return isSealed ? open(keyring, gridPlace(place), grid) : grid
}
