import type { Preview } from '@eduduty/core/archive'
import type { Piece } from '../../platform/pdf/piece.ts'
import type { FontJob, PaperJob, SettingJob } from '../volume/volume-jobs.ts'
import type { Media } from './media.ts'
import type { Unpacked, UnpackLimits } from './unpack.ts'

/** What a thread is asked about one file. */
export type ReadingJob =
  | { readonly kind: 'media'; readonly path: string; readonly name: string; readonly isUnpacked: boolean }
  | { readonly kind: 'text' | 'preview'; readonly path: string; readonly name: string; readonly media: string }
  | { readonly kind: 'unpack'; readonly path: string; readonly folder: string; readonly limits: UnpackLimits }
  | PaperJob
  | SettingJob
  | FontJob

export interface ReadingResults {
  readonly media: Media
  readonly text: string
  readonly preview: Preview
  readonly unpack: readonly Unpacked[]
  readonly pages: Piece
  readonly setting: Piece
  readonly font: true
}

export interface ReadingRequest {
  readonly job: ReadingJob
}

export type ReadingReply = { readonly result: ReadingResults[ReadingJob['kind']] } | { readonly refused: string }
