import { dayInWords } from '../../calendar/index.ts'
import {
  type Align,
  countCharacters,
  heading,
  keptWithNext,
  paragraph,
  type ReportBlock,
  type ReportModel,
  textGrid,
} from '../../documents/index.ts'
import type { LetterContent } from './letter-content.ts'
import { yearlyName } from './yearly-name.ts'

const heads = ['序号', '种类', '事由', '依据', '认可', '计入'] as const
const widths = [6, 20, 34, 24, 8, 8] as const
/** Numbers of lines stand in the middle, points to the right. */
const alignOf = (column: number): Align => (column === 0 ? 'center' : column > 3 ? 'right' : 'left')
const numerals = ['一', '二', '三', '四'] as const

/** A 考核结果通知书 as an official document: result, additions and deductions, place, right of objection. */
export function layOutLetter(content: LetterContent, number: string, file: string): ReportModel {
  const parts = partsOf(content)
  const words = parts.flatMap(({ blocks }) => blocks.flatMap(textsOf)).join('')
  return {
    file,
    number,
    title: `${yearlyName(content.year, content.rating_title)}结果通知书`,
    addressee: `${content.unit}：`,
    signer: content.office,
    date: dayInWords(content.dated_on),
    blocks: [
      paragraph(
        `按照“${content.pack_title}”，经单位自评、评委复评、拟定结论和公示，现将你单位${yearlyName(content.year, content.rating_title)}结果通知如下。`,
      ),
      ...parts.flatMap(({ title, blocks }, at) => [
        heading(`${numerals[at] ?? ''}、${title}`),
        ...(at === parts.length - 1 ? blocks.map(keptWithNext) : blocks),
      ]),
      keptWithNext(paragraph('特此通知。')),
    ],
    characters: countCharacters(words),
    dropped: 0,
  }
}

interface Part {
  readonly title: string
  readonly blocks: readonly ReportBlock[]
}

function partsOf(content: LetterContent): readonly Part[] {
  const { adjustments, rank } = content
  return [
    { title: '考核结果', blocks: [paragraph(content.result)] },
    ...(adjustments.length === 0 ? [] : [{ title: '加分、扣分及事由', blocks: [adjustmentTable(content)] }]),
    ...(rank === undefined ? [] : [{ title: '名次', blocks: [paragraph(rankWords(rank))] }]),
    { title: '异议的提出', blocks: [paragraph(appealWords(content))] },
  ]
}

function rankWords(place: NonNullable<LetterContent['rank']>): string {
  const { rank, is_tied: isTied, of, left_out: leftOut = 0, document_no: no } = place
  const others = leftOut === 0 ? '' : `（另有${leftOut}个单位考核尚未结束，没有参加排名）`
  return `在参加排名的${of}个单位${others}中列第${rank}名${isTied ? '（并列）' : ''}，排名见${no}。`
}

function appealWords({ appeal_until: until, appeal_is_open: isOpen, office }: LetterContent): string {
  const day = dayInWords(until)
  return isOpen
    ? `对考核结果有异议的，可以在${day}前（含当日）向${office}提出书面申诉，写明有异议的项目和理由，并附有关材料。申诉由没有参与评分和定论的人处理。`
    : `本结果已经公示，申诉期已于${day}届满。`
}

function adjustmentTable({ adjustments }: LetterContent): ReportBlock {
  const rows = adjustments.map(({ kind, title, grounds, document, given, counted }, at) => [
    String(at + 1),
    `${kind}：${title}`,
    grounds,
    document,
    given,
    counted,
  ])
  return {
    kind: 'table',
    title: '加分扣分（单位：分）',
    widths,
    flows: true,
    grid: textGrid([heads, ...rows], { alignOf }),
  }
}

const textsOf = (block: ReportBlock): readonly string[] =>
  block.kind === 'paragraph' ? block.sentences.map(({ text }) => text) : []
