import type { VolumePage } from './volume-page.ts'

/** One paper becomes pages of a volume. */
export interface PaperJob {
  readonly kind: 'pages'
  /** Where the file lies. */
  readonly path: string
  readonly media: string
  /** What it was when it was archived. */
  readonly sha256: string
  /** Where the piece is written to. */
  readonly out: string
  /** First free number of an object. */
  readonly first: number
}

/** Cover, contents, sheets, and what is stamped upon the pages of the papers. */
export interface SettingJob {
  readonly kind: 'setting'
  readonly font: string
  readonly out: string
  readonly first: number
  readonly pages: readonly VolumePage[]
  readonly stamps: readonly { readonly number: number; readonly text: string }[]
}

/** Whether a font can be used. */
export interface FontJob {
  readonly kind: 'font'
  readonly path: string
}
