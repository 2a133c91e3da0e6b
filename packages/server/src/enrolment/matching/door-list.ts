import { textGrid } from '@eduduty/core/documents'
import type { Keyring } from '../../platform/keys/keyring.ts'
import { writeWorkbook } from '../../platform/xlsx/write-workbook.ts'
import { type FoundChild, firstOf, maskedNumber, reasonsOf } from './findings.ts'

const heads = [
  '序号',
  '村（居）',
  '儿童姓名',
  '性别',
  '出生日期',
  '身份证号',
  '监护人',
  '家庭住址',
  '为什么要上门',
  '现在哪里（就读学校、务工、在家）',
  '有无户口、学籍',
  '走访人签字、日期',
] as const
const widths = [5, 9, 9, 5, 11, 19, 9, 22, 26, 22, 12, 16] as const
/** Lines for children whom no register knows. */
const EMPTY_LINES = 10

export interface DoorList {
  readonly unit: string
  readonly county: string
  readonly children: readonly FoundChild[]
  readonly keyring: Keyring
  /** Who takes it, and when: printed on each page. */
  readonly taken: { readonly by: string; readonly on: string }
}

/** 铁脚板摸排表: who has to be visited, with empty lines for children without a household or a roll. */
export function writeDoorList(list: DoorList): Promise<Uint8Array> {
  const { unit, children, taken } = list
  const title = `${unit}适龄儿童少年入户摸排表`
  const lines = [...children.map((child, at) => lineOf(list, child, at)), ...emptyLines(children.length)]
  const header = `${title}　${taken.on}由${taken.by}导出　内含未满十四周岁未成年人信息，只供入户走访使用，用后交回`
  const grid = textGrid([heads, ...lines], { alignOf: (column) => (column < 6 ? 'center' : 'left') })
  const sheet = { name: '摸排表', orientation: 'landscape' as const, widths: [...widths], grid }
  return writeWorkbook({ file: '', title, header, sheets: [sheet] }, taken.on)
}

function lineOf({ keyring, county }: DoorList, child: FoundChild, at: number): readonly string[] {
  const [row] = child
  const says = reasonsOf(child).map((reason) => reason.says)
  return [
    ...[String(at + 1), firstOf(child, 'village'), row.name, row.sex, row.birth_on ?? ''],
    ...[maskedNumber(row, keyring, county), firstOf(child, 'guardian'), firstOf(child, 'address'), says.join('；')],
    ...['', '', ''],
  ]
}

const emptyLines = (from: number): readonly (readonly string[])[] =>
  Array.from({ length: EMPTY_LINES }, (_, at) =>
    heads.map((_head, column) => (column === 0 ? String(from + at + 1) : '')),
  )
