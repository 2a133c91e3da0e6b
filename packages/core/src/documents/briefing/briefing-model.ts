/** What one department must be able to explain of one indicator. */
export interface BriefingEntry {
  readonly title: string
  /** Label and text, in the order of reading; empty ones are left out. */
  readonly facts: readonly (readonly [label: string, text: string])[]
  readonly question: string
  /** Facts of the answer, as plain sentences. */
  readonly answer: string
}

export interface BriefingChapter {
  readonly post: string
  readonly intro: string
  readonly entries: readonly BriefingEntry[]
}

/** The book from which departments prepare for questions: one chapter for each. */
export interface BriefingModel {
  readonly title: string
  readonly county: string
  readonly year: number
  readonly chapters: readonly BriefingChapter[]
}
