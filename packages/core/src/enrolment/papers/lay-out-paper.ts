import { dayInWords } from '../../calendar/index.ts'
import {
  countCharacters,
  keptWithNext,
  paragraph,
  type ReportBlock,
  type ReportModel,
  textGrid,
} from '../../documents/index.ts'
import type { PaperContent } from './paper-content.ts'

const heads = ['日期', '事项', '情况', '办理人'] as const
const widths = [17, 14, 54, 15] as const

/** A paper of a case as an official document: its paragraphs, what was done as a table, and places high enough to sign in; at its foot who gets a copy of a letter. */
export function layOutPaper(content: PaperContent, number: string, file: string): ReportModel {
  const { title, addressee, paragraphs, visits, signs, signer, date, copies } = content
  const parts: readonly ReportBlock[] = [
    ...paragraphs.map(paragraph),
    ...(visits.length === 0 ? [] : [visitTable(visits)]),
    ...(signs.length === 0 ? [] : [signTable(signs)]),
  ]
  // Signature and date never stand on a page of their own.
  const blocks = parts.map((block, at) => (at === parts.length - 1 ? keptWithNext(block) : block))
  return {
    file,
    number,
    title,
    addressee: addressee === '' ? undefined : addressee,
    signer,
    date,
    blocks,
    ...(copies !== undefined && { imprint: { copies: copies.join('，'), office: signer, printed: date } }),
    characters: countCharacters(paragraphs.join('')),
    dropped: 0,
  }
}

const visitRows = (visits: PaperContent['visits']): readonly (readonly string[])[] => [
  heads,
  ...visits.map(({ on, what, says, by }) => [dayInWords(on), what, says, by]),
]

const signTable = (signs: PaperContent['signs']): ReportBlock => ({
  kind: 'table',
  title: '',
  widths: [1, 1],
  grid: textGrid(signs.map(signRow), { heading: 0 }),
  flows: true,
  isTall: true,
})

const signRow = (sign: string): readonly string[] => [`${sign}签字：`, '　　　　年　　月　　日']

const visitTable = (visits: PaperContent['visits']): ReportBlock => ({
  kind: 'table',
  title: '走访和劝返情况',
  widths,
  grid: textGrid(visitRows(visits), { heading: 1 }),
  flows: true,
})
