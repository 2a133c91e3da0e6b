import type { Finding, MappingFile } from '@eduduty/core/collection'
import type { Pack } from '@eduduty/core/packs'
import type { LentKeys } from '../../platform/keys/lend-keys.ts'
import type { WorkbookType } from '../../platform/workbooks/read-bytes.ts'
import type { SheetRecord } from '../read-sheets.ts'
import type { FindingCount } from './kept-findings.ts'

/** What the reading thread is given. */
export interface StreamRequest {
  readonly path: string
  /** What findings call the file. */
  readonly name: string
  readonly pack: Pack
  readonly register: string
  /** Records of another year are refused. */
  readonly year: number
  readonly mapping?: MappingFile
  /** Records of any other unit are refused. */
  readonly only?: string
  readonly place: RowPlace
  /** For the sealed columns of the register. */
  readonly keys?: LentKeys
}

/** What every row gets beside its cells. */
export interface RowPlace {
  readonly county: string
  /** Path of the unit that hands the file in; rows of units that are not in `paths` stand there too. */
  readonly path: string
  /** Path by code, for a file with the rows of many units. */
  readonly paths: readonly (readonly [code: string, path: string])[]
  readonly submission: string
}

export interface OpenedFile {
  readonly type: WorkbookType
  readonly sha256: string
  readonly bytes: number
  /** About how many rows there are to read. */
  readonly rows: number
}

/** Where a refused record stands that has been handed over already. */
export interface TakenBack {
  readonly sheet: number
  /** One-based. */
  readonly line: number
  /** How many of its cells were filled. */
  readonly cells: number
}

export interface StreamSummary {
  readonly sheets: readonly SheetRecord[]
  readonly rows: number
  /** Filled cells of all rows. */
  readonly cells: number
  readonly findings: readonly Finding[]
  readonly counts: readonly FindingCount[]
  readonly takenBack: readonly TakenBack[]
}

export type StreamReply =
  | { readonly kind: 'opened'; readonly file: OpenedFile }
  /** `text` is COPY text of `rows` records; `read` rows of the file have been read so far. */
  | { readonly kind: 'batch'; readonly text: Uint8Array<ArrayBuffer>; readonly rows: number; readonly read: number }
  | { readonly kind: 'read'; readonly summary: StreamSummary }
  | { readonly kind: 'refused'; readonly findings: readonly Finding[] }

/** Sent back for every batch that has been taken over. */
export const TAKEN = 'taken' as const
/** Batches that may be under way: the thread reads on while the database is busy, but not without end. */
export const BATCHES_AHEAD = 16
