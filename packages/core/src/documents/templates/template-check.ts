/** One paragraph of a template, as the office's own word processor would count it. */
export interface TemplateParagraph {
  /** Where it stands, in words: 正文第3段, 表1第2行第1格, 页眉. */
  readonly place: string
  readonly text: string
  /** Loops open and close within one of these: a part of the file, or a text box in it. */
  readonly container: string
  /** Innermost table; empty outside of tables. */
  readonly table: string
  /** Cell within the table, and its place in its row. */
  readonly cell: string
  readonly column: number
  /** Stands in a content control, in which nothing can be repeated. */
  readonly inControl: boolean
  /** The alternative text of a picture: takes values, no loops. */
  readonly isPictureText: boolean
  /** False for foot notes, end notes and comments, which are never filled in. */
  readonly isFilled: boolean
  /** Ends of stretches that one tag may not reach across, such as links and tracked changes. */
  readonly breaks: readonly number[]
}

export interface TemplateFault {
  /** Which paragraph, and which characters of it. */
  readonly paragraph: number
  readonly start: number
  readonly length: number
  readonly code: string
  readonly message: string
  readonly advice: string
  /** What could stand there instead, with its braces. */
  readonly suggestion?: string
}

export interface FoundTag {
  readonly paragraph: number
  readonly start: number
  /** With its braces. */
  readonly raw: string
}
