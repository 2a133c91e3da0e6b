import { dayInWords } from '@eduduty/core/calendar'
import { type PeriodProgress, type ProgressLine, submittedShare, townshipTitle } from '@eduduty/core/collection'
import {
  countCharacters,
  heading,
  paragraph,
  type ReportBlock,
  type ReportModel,
  textGrid,
} from '@eduduty/core/documents'

export interface BulletinFacts {
  readonly progress: PeriodProgress
  /** The day it speaks of, YYYY-MM-DD. */
  readonly today: string
  readonly county: string
  readonly signer: string
}

/** Units named one by one; more are given by township. */
const NAMED = 60

/** 通报: how far a period is, who is behind and what is asked of them, ready to be edited and sent. */
export function bulletinModel({ progress, today, county, signer }: BulletinFacts): ReportModel {
  const { period, by_township, by_register, owing } = progress
  const submitted = by_register.reduce((sum, line) => sum + line.submitted, 0)
  const share = submittedShare(submitted, period.tasks)
  const late = owing.filter(({ overdue_days }) => overdue_days > 0)
  const blocks: ReportBlock[] = [
    paragraph(
      `“${period.title}”自${dayInWords(period.opens_on)}开展，${dayInWords(period.closes_on)}截止。现将截至${dayInWords(today)}的上报情况通报如下。`,
    ),
    heading('一、总体情况'),
    paragraph(
      `全县共${period.units}个单位应报${period.tasks}张表，已上报${submitted}张，占${share}；未上报${period.tasks - submitted}张，涉及${owing.length}个单位，其中逾期${late.length}个单位。`,
    ),
    table('各乡镇（街道）上报进度', '乡镇（街道）', by_township),
    table('各报表上报进度', '报表', by_register),
    heading('二、尚未上报的单位'),
    ...owingBlocks(progress),
    ...demandBlocks(progress),
  ]
  const text = blocks.flatMap((block) => (block.kind === 'paragraph' ? block.sentences.map((one) => one.text) : []))
  return {
    file: `${period.title}上报情况通报.docx`,
    title: `关于“${period.title}”上报情况的通报`,
    addressee: '各乡镇人民政府、街道办事处，县直属有关部门，各学校：',
    signer: signer === '' ? county : signer,
    date: dayInWords(today),
    blocks,
    characters: countCharacters(text.join('')),
    dropped: 0,
  }
}

/** What is asked of those who owe something; each by a day that is still to come, nothing of those who can hand in no longer. */
function demandBlocks({ owing: all }: PeriodProgress): readonly ReportBlock[] {
  const owing = all.filter(({ may_report }) => may_report)
  if (owing.length === 0) return []
  const days = [...new Set(owing.filter(({ overdue_days }) => overdue_days === 0).map(({ due_on }) => due_on))].sort()
  const demands = [
    ...(owing.some(({ overdue_days }) => overdue_days > 0) ? ['已逾期的单位要说明原因，立即补报'] : []),
    ...days.map((day) => `期限为${dayInWords(day)}的单位要在当日前（含当日）完成上报`),
  ]
  return [
    heading('三、有关要求'),
    paragraph(`${demands.join('；')}。填报中遇到问题的，请及时与督导办联系；报表退回修改的，按退回时限改正。`),
  ]
}

function owingBlocks({ owing }: PeriodProgress): readonly ReportBlock[] {
  if (owing.length === 0) return [paragraph('应报单位已全部上报。')]
  const shown = owing.slice(0, NAMED)
  const rows = shown.map((unit) => [
    unit.unit_name,
    townshipTitle(unit.township),
    unit.tables.map((title) => `《${title}》${unit.returned.includes(title) ? '（退回待改）' : ''}`).join(''),
    `${dayInWords(unit.due_on)}${unit.overdue_days > 0 ? `（已逾期${unit.overdue_days}天）` : ''}`,
    String(unit.reminded_count),
  ])
  return [
    grid('尚未上报的单位', ['单位', '乡镇（街道）', '未报的表', '期限', '已催报次数'], [22, 14, 32, 20, 12], rows),
    ...restByTownship(owing.slice(NAMED)),
  ]
}

/** Nobody is left out of the names: those that the table has no room for stand by township. */
function restByTownship(rest: PeriodProgress['owing']): readonly ReportBlock[] {
  if (rest.length === 0) return []
  const names = new Map<string, string[]>()
  for (const { township, unit_name } of rest) {
    const title = townshipTitle(township)
    names.set(title, [...(names.get(title) ?? []), unit_name])
  }
  const lines = [...names].map(([title, units]) => paragraph(`${title}：${units.join('、')}。`))
  return [paragraph(`另有${rest.length}个单位未上报：`), ...lines]
}

function table(title: string, first: string, lines: readonly ProgressLine[]): ReportBlock {
  const rows = lines.map((line) => [
    line.title,
    String(line.tasks),
    String(line.submitted),
    submittedShare(line.submitted, line.tasks),
    String(line.overdue),
  ])
  return grid(title, [first, '应报（张）', '已报（张）', '上报率', '逾期（张）'], [36, 16, 16, 16, 16], rows)
}

function grid(
  title: string,
  heads: readonly string[],
  widths: readonly number[],
  rows: readonly (readonly string[])[],
): ReportBlock {
  const grid = textGrid([heads, ...rows], { alignOf: (column) => (column === 0 ? 'left' : 'center') })
  return { kind: 'table', title, widths, grid, flows: true }
}
