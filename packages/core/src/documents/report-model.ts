import type { Grid } from './sheet-model.ts'

/** A formula that gives a number of a report at one subject, and how it is printed there. */
export interface Binding {
  readonly grain: string
  readonly subject: string
  readonly formula: string
  readonly decimals?: number | undefined
  readonly percent?: boolean
}

/** A stretch of printed text; a number carries what it is bound to, and the figures that it stands on first. */
export interface Piece {
  readonly text: string
  readonly bound?: Binding
  readonly sources?: readonly string[]
}

/** A sentence as printed. `priority` 0 is never dropped; the highest number goes first when the report is too long. */
export interface SentenceModel {
  readonly text: string
  /** The same text, its numbers apart; absent where none is bound. */
  readonly pieces?: readonly Piece[]
  readonly figures: readonly string[]
  readonly priority: number
}

export interface ChartSeries {
  readonly title: string
  /** Decimal text by category; undefined where there is no value. */
  readonly values: readonly (string | undefined)[]
  readonly decimals: number
  /** Drawn as a line across the bars. */
  readonly line: boolean
  readonly figures: readonly string[]
  /** By category: the figure that the value is, or stands on first; absent in drafts of older programs. */
  readonly sources?: readonly (string | undefined)[]
}

export interface ChartModel {
  readonly kind: 'bar' | 'line' | 'pie'
  readonly title: string
  readonly unit: string | undefined
  readonly categories: readonly string[]
  readonly series: readonly ChartSeries[]
}

/** A block of an outline has a key that is the same in every report written after it. */
export type ReportBlock =
  | { readonly kind: 'heading'; readonly key?: string; readonly level: number; readonly text: string }
  | {
      readonly kind: 'paragraph'
      readonly key?: string
      readonly sentences: readonly SentenceModel[]
      /** Stands on the page of what follows: the last words of a document with its signatures. */
      readonly stays?: true
    }
  | {
      readonly kind: 'table'
      readonly key?: string
      readonly title: string
      readonly widths: readonly number[]
      readonly grid: Grid
      /** Goes on over pages however short it is, so that no page is left half empty for it. */
      readonly flows?: true
      /** Its last row stands on the page of what follows. */
      readonly stays?: true
      /** Its rows leave room to sign by hand. */
      readonly isTall?: true
    }
  | { readonly kind: 'chart'; readonly key?: string; readonly chart: ChartModel }

/** 版记: who gets copies, who printed it and when. */
export interface Imprint {
  readonly copies?: string | undefined
  readonly office?: string | undefined
  readonly printed?: string | undefined
}

/** A report to be written, without any trace of a file format. */
export interface ReportModel {
  readonly file: string
  /** Stands at the head of each page of what is no final paper, e.g. 草稿（起草中，2026年3月6日）; a final one has none. */
  readonly mark?: string | undefined
  /** 发文字号. */
  readonly number?: string | undefined
  readonly title: string
  readonly addressee: string | undefined
  readonly signer: string | undefined
  readonly date: string | undefined
  readonly imprint?: Imprint | undefined
  readonly blocks: readonly ReportBlock[]
  /** Counted by `countCharacters` over everything that is printed as text. */
  readonly characters: number
  /** How many sentences were dropped to keep within the limit. */
  readonly dropped: number
}
