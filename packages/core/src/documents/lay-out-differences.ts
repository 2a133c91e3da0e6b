import type { CellPlace, StatisticsDifference } from '../collection/index.ts'
import type { Register } from '../packs/index.ts'
import type { LooseCell } from './place-cells.ts'
import type { SheetModel, WorkbookModel } from './sheet-model.ts'
import { cellOf, draftSheet } from './verdict-cells.ts'

export const DIFFERENCES_FILE = '教育事业统计核对.xlsx'
const TITLE = '填报表与教育事业统计核对'

const text = (value: string | undefined): LooseCell => cellOf(value, { align: 'left' })

const NOTES = [
  '不一致的，以哪个为准由填报单位核实确定；没有改正之前按填报的数计算。只有统计的，填报表没有填，已取自统计。',
] as const

/** The filled forms against the statistics: per school, what differs, and everything. */
export function layOutDifferences(
  differences: readonly StatisticsDifference[],
  registers: readonly Register[],
  county: string,
): WorkbookModel {
  const titles = new Map(registers.map(({ id, title }) => [id, title]))
  const differing = differences.filter(({ state }) => state === 'differs')
  return {
    title: TITLE,
    file: DIFFERENCES_FILE,
    header: `${county}　${TITLE}`,
    sheets: [
      schoolsSheet(differences),
      itemsSheet('不一致', `不一致的 ${differing.length} 项`, differing, titles),
      itemsSheet('逐项', `全部 ${differences.length} 项`, differences, titles),
    ],
  }
}

export function stateOfDifference(state: StatisticsDifference['state']): string {
  switch (state) {
    case 'equal':
      return '一致'
    case 'differs':
      return '不一致'
    case 'only_filled':
      return '只有填报'
    case 'only_statistics':
      return '只有统计'
  }
}

const STATES = ['equal', 'differs', 'only_statistics', 'only_filled'] as const

function schoolsSheet(differences: readonly StatisticsDifference[]): SheetModel {
  const schools = new Map<string, StatisticsDifference[]>()
  for (const one of differences) {
    const key = JSON.stringify([one.year, one.unit])
    schools.set(key, [...(schools.get(key) ?? []), one])
  }
  return draftSheet({
    name: '汇总',
    title: TITLE,
    widths: [8, 16, 34, 10, ...STATES.map(() => 12)],
    header: ['年度', '学校代码', '学校', '项数', ...STATES.map(stateOfDifference)],
    rows: [...schools.values()].map((own) => [
      cellOf(own[0]?.year),
      codeCell(own[0]?.unit),
      text(own.find(({ unit_name }) => unit_name !== '')?.unit_name),
      cellOf(own.length),
      ...STATES.map((state) => {
        const count = own.filter((one) => one.state === state).length
        return cellOf(count, { shaded: state === 'differs' && count > 0 })
      }),
    ]),
    notes: NOTES,
  })
}

function itemsSheet(
  name: string,
  title: string,
  items: readonly StatisticsDifference[],
  registers: ReadonlyMap<string, string>,
): SheetModel {
  return draftSheet({
    name,
    title: `${TITLE}：${title}`,
    widths: [8, 16, 28, 18, 8, 34, 9, 13, 13, 13, 10, 30, 34, 34],
    header: [
      '年度',
      '学校代码',
      '学校',
      '台账',
      '分项',
      '项目',
      '单位',
      '填报',
      '统计',
      '相差',
      '结果',
      '统计取数',
      '填报位置',
      '统计位置',
    ],
    rows: items.map((one) => [
      cellOf(one.year),
      codeCell(one.unit),
      text(one.unit_name),
      text(registers.get(one.register)),
      cellOf(one.part),
      text(one.title),
      cellOf(one.measure),
      cellOf(one.filled?.value),
      cellOf(one.statistics?.value),
      cellOf(one.by),
      cellOf(stateOfDifference(one.state), { shaded: one.state === 'differs' }),
      text(one.statistics?.formula),
      text(one.filled?.place === undefined ? '' : shownPlace(one.filled.place)),
      text(one.statistics?.cells.map(shownPlace).join('；')),
    ]),
    notes: NOTES,
  })
}

/** A code of digits is no number. */
const codeCell = (code: string | undefined): LooseCell => ({
  ...cellOf(''),
  output: { kind: 'text', text: code ?? '' },
})

const shownPlace = ({ file, sheet, cell }: CellPlace): string =>
  sheet === file ? `${file} ${cell}` : `${file}“${sheet}”${cell}`
