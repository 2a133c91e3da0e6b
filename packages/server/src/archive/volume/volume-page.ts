/** A page of a bound volume that is not evidence, with all that is printed on it. */
export type VolumePage =
  | { readonly shows: 'cover'; readonly title: string; readonly subtitle: string; readonly lines: readonly string[] }
  | {
      readonly shows: 'contents'
      readonly no: number
      readonly isFirst: boolean
      readonly lines: readonly ContentsLine[]
    }
  | {
      readonly shows: 'chapter'
      readonly no: number
      readonly heading: string
      /** On its first page alone. */
      readonly intro: string
      readonly rows: readonly ChapterRow[]
    }
  | { readonly shows: 'sheet'; readonly no: number; readonly sheet: Sheet }

export interface ContentsLine {
  readonly level: 1 | 2
  readonly text: string
  readonly place: string
}

export interface ChapterRow {
  readonly fileNo: string
  readonly paper: string
  readonly unit: string
  readonly madeOn: string
  readonly state: string
  readonly place: string
}

/** Stands for a paper whose pages are not in the volume. */
export interface Sheet {
  readonly fileNo: string
  readonly title: string
  readonly facts: readonly (readonly [name: string, value: string])[]
  /** Why its pages are not here. */
  readonly because: string
  /** Where the original is. */
  readonly original: string
}

/** How much stands on a page: by this pages are counted before they are set. */
export const room = {
  contents: { first: 31, others: 34 },
  chapter: { first: 15, others: 18 },
} as const

/** Cuts lines into pages; an empty list still takes one. */
export function pagesOf<T>(
  lines: readonly T[],
  { first, others }: { readonly first: number; readonly others: number },
): readonly (readonly T[])[] {
  const pages = [lines.slice(0, first)]
  for (let at = first; at < lines.length; at += others) pages.push(lines.slice(at, at + others))
  return pages
}
