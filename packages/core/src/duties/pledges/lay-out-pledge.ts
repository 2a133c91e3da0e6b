import { dayInWords } from '../../calendar/index.ts'
import {
  type Align,
  countCharacters,
  keptWithNext,
  paragraph,
  type ReportBlock,
  type ReportModel,
  textGrid,
} from '../../documents/index.ts'
import type { PledgeContent } from './pledge-content.ts'

const heads = ['序号', '任务', '要求', '衡量办法', '期限', '依据'] as const
const widths = [5, 14, 26, 14, 23, 18] as const
const alignOf = (column: number): Align => (column === 0 || column === 4 ? 'center' : 'left')

/** A pledge as an official document: preamble, the tasks as a table, closing, and the blocks for both signatures. */
export function layOutPledge(content: PledgeContent, number: string, file: string): ReportModel {
  const { title, preamble, closing, issuer, party } = content
  const blocks: readonly ReportBlock[] = [
    paragraph(preamble),
    {
      kind: 'table',
      title: '责任事项',
      widths,
      flows: true,
      grid: textGrid([heads, ...content.tasks.map((task, at) => cellsOf(task, at + 1))], { alignOf }),
    },
    // A line of room between the table and the words that are signed, which stay with their signatures.
    ...['', ...closing.split('\n')].map((line) => keptWithNext(paragraph(line))),
    {
      kind: 'table',
      title: '',
      widths: [1, 1],
      grid: textGrid(signatures(issuer, party), { heading: 0 }),
    },
  ]
  return {
    file,
    number,
    title,
    addressee: undefined,
    signer: undefined,
    date: undefined,
    blocks,
    characters: countCharacters(preamble + closing),
    dropped: 0,
  }
}

const cellsOf = ({ title, wording, measure, due_on: due, basis }: PledgeContent['tasks'][number], at: number) => [
  String(at),
  title,
  wording,
  measure === '' ? '按要求完成' : measure,
  dayInWords(due),
  basis,
]

/** Two columns: who signs, in what post, and when; the seal goes over the date. */
const signatures = (issuer: string, party: string): readonly (readonly string[])[] => [
  [`签发方：${issuer}`, `责任方：${party}`],
  ['（盖章）\n', '（盖章）\n'],
  ['负责人签字：\n', '负责人签字：\n'],
  ['　　　　年　　月　　日', '　　　　年　　月　　日'],
]
