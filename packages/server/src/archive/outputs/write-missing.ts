import { needStateTitles, openNeedStates } from '@eduduty/core/archive'
import type { Dossier } from './dossier-rows.ts'
import { writeWordSheet } from './word-sheet.ts'

const columns = [
  { title: '应交单位', width: 26 },
  { title: '归档号', width: 14 },
  { title: '指标', width: 34 },
  { title: '应交材料', width: 34 },
  { title: '状态', width: 9 },
  { title: '原因', width: 36 },
  { title: '已有材料', width: 30 },
  { title: '催交期限', width: 12 },
]

/** 缺件清单: everything that is not in order, however much it is, unit by unit. */
export function writeMissing({ catalogue, today, needs }: Dossier): Promise<Uint8Array> {
  const open = needs.map(({ row }) => row).filter(({ state }) => openNeedStates.has(state))
  const units = new Map(open.map(({ unit }, at) => [unit, at]))
  const inOrder = open.toSorted((one, other) => (units.get(one.unit) ?? 0) - (units.get(other.unit) ?? 0))
  return writeWordSheet(
    { name: '缺件清单', header: catalogue.title, date: today, columns },
    inOrder.map((row) => [
      ...[row.unit_name, row.file_no, `${row.indicator_no} ${row.indicator_title}`, row.title],
      ...[needStateTitles[row.state], row.because, row.papers.map(({ title }) => title).join('、')],
      row.requested_due ?? '',
    ]),
  )
}
