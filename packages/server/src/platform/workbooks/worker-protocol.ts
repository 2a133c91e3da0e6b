import type { Finding } from '@eduduty/core/collection'
import type { PackedSheet } from './packed-sheets.ts'
import type { WorkbookType } from './read-bytes.ts'

export interface WorkbookRequest {
  readonly id: number
  readonly path: string
  readonly name: string
}

interface Identity {
  readonly id: number
  readonly sha256: string
  readonly bytes: number
}

export type WorkbookReply =
  | (Identity & { readonly type: WorkbookType; readonly sheets: readonly PackedSheet[]; readonly refused?: undefined })
  | (Identity & { readonly refused: Finding })
