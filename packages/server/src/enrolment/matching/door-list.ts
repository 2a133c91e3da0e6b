import { textGrid } from '@eduduty/core/documents'
import { type DoorColumn, doorColumns, doorMark } from '@eduduty/core/enrolment'
import type { Keyring } from '../../platform/keys/keyring.ts'
import { writeWorkbook } from '../../platform/xlsx/write-workbook.ts'
import { type FoundChild, firstOf, maskedNumber, reasonsOf } from './findings.ts'

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
  const grid = textGrid([titles, ...lines], { alignOf: (column) => (column < 6 ? 'center' : 'left') })
  const sheet = {
    name: '摸排表',
    orientation: 'landscape' as const,
    widths: doorColumns.map(({ width }) => width),
    grid,
  }
  return writeWorkbook({ file: '', title, header, sheets: [sheet] }, taken.on)
}

const titles = doorColumns.map(({ title }) => title)

const lineOfCells = (cells: Partial<Record<DoorColumn, string>>): readonly string[] =>
  doorColumns.map(({ id }) => cells[id] ?? '')

function lineOf({ keyring, county }: DoorList, child: FoundChild, at: number): readonly string[] {
  const [row] = child
  return lineOfCells({
    place_no: String(at + 1),
    child_name: row.name,
    sex: row.sex,
    birth_on: row.birth_on ?? '',
    village: firstOf(child, 'village'),
    guardian: firstOf(child, 'guardian'),
    home_address: firstOf(child, 'address'),
    id_number: maskedNumber(row, keyring, county),
    says: reasonsOf(child)
      .map((reason) => reason.says)
      .join('；'),
    mark: doorMark(row.finding_id),
  })
}

const emptyLines = (from: number): readonly (readonly string[])[] =>
  Array.from({ length: EMPTY_LINES }, (_, at) => lineOfCells({ place_no: String(from + at + 1) }))
