import { type Static, Type } from 'typebox'
import { dayInWords } from '../../calendar/index.ts'
import { governmentName, shortUnitName } from '../../organizations/index.ts'
import type { CasePaper, CasePaperWord } from '../../packs/index.ts'

const strict = { additionalProperties: false } as const
const Line = Type.String()

/** A paper of a case as it was drawn up: its words no longer follow the case. */
export const PaperContent = Type.Object(
  {
    title: Line,
    addressee: Type.String({ description: '空为没有' }),
    paragraphs: Type.Array(Line),
    /** What was done so far; empty where it does not stand in the paper. */
    visits: Type.Array(Type.Object({ on: Line, what: Line, says: Line, by: Line }, strict)),
    signs: Type.Array(Line),
    /** Of a letter; absent of a form, and of what was drawn up by older programs. */
    copies: Type.Optional(Type.Array(Line)),
    signer: Line,
    date: Line,
  },
  strict,
)
export type PaperContent = Static<typeof PaperContent>

/** What stands in a paper for the words in braces: of the case, and of what was asked with the step. */
export type PaperWords = Readonly<Record<CasePaperWord, string>> & Readonly<Record<string, string | undefined>>

export interface PaperMaking {
  readonly words: PaperWords
  readonly visits: PaperContent['visits']
  readonly signer: string
  /** `2026-11-05` */
  readonly on: string
}

/** What is not known of a case. */
const BLANK = '——'

/** A paper with its words filled in. What is not known stands as a dash; days stand in words. */
export function paperContent(paper: CasePaper, { words, visits, signer, on }: PaperMaking): PaperContent {
  return {
    title: paper.title,
    addressee:
      paper.addressee === undefined ? '' : fillWords(paper.addressee, { ...words, 乡镇: governmentName(words.乡镇) }),
    paragraphs: paper.paragraphs.map((text) => ended(fillWords(text, words))),
    visits: paper.lists_visits === true ? visits : [],
    signs: paper.signs ?? [],
    ...(paper.copies !== undefined && { copies: copiesOf(paper.copies, words) }),
    signer: governmentName(signer),
    date: dayInWords(on),
  }
}

/** Who gets a copy, each once. */
const copiesOf = (copies: readonly string[], words: PaperWords): string[] => [
  ...new Set(copies.map((text) => fillWords(text, words)).filter((text) => !text.includes(BLANK))),
]

/** A paragraph ends as a sentence does, once, whatever was typed into it. */
const ended = (text: string): string =>
  `${text.trim().replace(/[。；，、;,.]+$/u, '')}。`.replace(/([！？：!?:])。$/u, '$1')

/** A number of a paper: {年度}, {序号}, {本单位} and {本单位简称} filled in. */
export function paperNumber({ number }: CasePaper, year: number, no: number, unit: string): string {
  return fillWords(number, { 年度: String(year), 序号: String(no), 本单位: unit, 本单位简称: shortUnitName(unit) })
}

function fillWords(text: string, words: Readonly<Record<string, string | undefined>>): string {
  return text.replace(/\{([^{}]*)\}/g, (_, word: string) => {
    const value = words[word]?.trim() ?? ''
    if (value === '') return BLANK
    return /^\d{4}-\d{2}-\d{2}$/.test(value) ? dayInWords(value) : value
  })
}
