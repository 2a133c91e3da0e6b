import type { DocumentSubject } from './document-words.ts'
import type { FigureSource } from './figure-source.ts'
import type { Words } from './word.ts'

/** What every part of a report is told from. */
export interface Telling {
  readonly source: FigureSource
  readonly about: DocumentSubject
  readonly words: Words
  /** Items of the verdict tree in their shortest form, because the whole is too long. */
  readonly brief: boolean
}
