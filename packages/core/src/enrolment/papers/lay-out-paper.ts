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

/** A paper of a case as an official document: its paragraphs, what was done as a table, and the places for signatures. */
export function layOutPaper(content: PaperContent, number: string, file: string): ReportModel {
  const { title, addressee, paragraphs, visits, signs, signer, date } = content
  const parts: readonly ReportBlock[] = [
    ...paragraphs.map(paragraph),
    ...(visits.length === 0 ? [] : [tableOf('走访和劝返情况', widths, visitRows(visits), 1)]),
    ...(signs.length === 0 ? [] : [tableOf('', [1, 1], signs.map(signRow), 0)]),
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
    characters: countCharacters(paragraphs.join('')),
    dropped: 0,
  }
}

const visitRows = (visits: PaperContent['visits']): readonly (readonly string[])[] => [
  heads,
  ...visits.map(({ on, what, says, by }) => [dayInWords(on), what, says, by]),
]

const signRow = (sign: string): readonly string[] => [`${sign}签字：`, '　　　　年　　月　　日']

function tableOf(
  title: string,
  columns: readonly number[],
  rows: readonly (readonly string[])[],
  heading: number,
): ReportBlock {
  return { kind: 'table', title, widths: columns, grid: textGrid(rows, { heading }), flows: true }
}
