import type { ChartModel } from '../report-model.ts'
import type { Grid } from '../sheet-model.ts'

/** A picture that the writer adds: jpg or png. */
export interface SlidePicture {
  readonly caption: string
  readonly type: 'png' | 'jpeg'
  readonly bytes: Uint8Array
  readonly width: number
  readonly height: number
}

/** `notes`: what the speaker reads, in whole sentences. */
export type Slide =
  | { readonly kind: 'cover'; readonly title: string; readonly lines: readonly string[]; readonly notes: string }
  | { readonly kind: 'agenda'; readonly heading: string; readonly items: readonly string[]; readonly notes: string }
  | { readonly kind: 'points'; readonly heading: string; readonly points: readonly string[]; readonly notes: string }
  | { readonly kind: 'chart'; readonly heading: string; readonly chart: ChartModel; readonly notes: string }
  | {
      readonly kind: 'table'
      readonly heading: string
      readonly grid: Grid
      readonly widths: readonly number[]
      readonly notes: string
    }
  | {
      readonly kind: 'pictures'
      readonly heading: string
      readonly pictures: readonly SlidePicture[]
      readonly notes: string
    }

export interface SlideDeck {
  readonly title: string
  readonly footer: string
  readonly slides: readonly Slide[]
}
