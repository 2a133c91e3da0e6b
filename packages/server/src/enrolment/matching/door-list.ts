import { type Grid, textGrid } from '@eduduty/core/documents'
import { type DoorColumn, doorColumns, doorMark } from '@eduduty/core/enrolment'
import { maskName } from '@eduduty/core/identity'
import type { Keyring } from '../../platform/keys/keyring.ts'
import { writeWorkbook } from '../../platform/xlsx/write-workbook.ts'
import { headedGrid } from '../headed-grid.ts'
import { type FoundChild, firstOf, maskedNumber, reasonsOf } from './findings.ts'

/** Lines for children whom no register knows. */
const EMPTY_LINES = 10

/** Children whom the page lists and this list does not. */
const leftOut = (confirmed: number): string =>
  `本表只列待核实、可能不在学校的孩子${confirmed === 0 ? '' : `；另有 ${confirmed} 人已核实属实、立了劝返个案，走访在个案里记录`}；双重学籍和信息要更正的不必上门，不列`

/** Above these lines: what is written there is not taken when the list comes back. */
const NEW_CHILDREN = '名册里没有的孩子写在下面空行，只供打印后手填，传回时不读入；收回后请在“劝返个案”里逐个报告'

export interface DoorList {
  readonly unit: string
  readonly county: string
  readonly children: readonly FoundChild[]
  /** How many more were found out of school before: they have cases. */
  readonly confirmed: number
  readonly keyring: Keyring
  /** Day on which it is taken. */
  readonly on: string
  /** Who takes it, when, what for and who has allowed it: in the first line and on each page. */
  readonly mark: string
  /** Names and addresses in full: only on a list that was asked for and allowed. */
  readonly isNamed: boolean
}

/** 铁脚板摸排表: who has to be visited, with empty lines for children without a household or a roll. */
export function writeDoorList(list: DoorList): Promise<Uint8Array> {
  const { unit, mark, on } = list
  const title = `${unit}适龄儿童少年入户摸排表`
  const header = `${title}　${mark}`
  const sheet = {
    name: '摸排表',
    orientation: 'landscape' as const,
    widths: doorColumns.map(({ width }) => width),
    grid: headedGrid(mark, gridOf(list)),
  }
  return writeWorkbook({ file: '', title, header, mark, sheets: [sheet] }, on)
}

function gridOf(list: DoorList): Grid {
  const { children, confirmed } = list
  const notes = [leftOut(confirmed), NEW_CHILDREN].map((text) => lineOfCells({ place_no: text }))
  const lines = [...children.map((child, at) => lineOf(list, child, at)), ...notes, ...emptyLines(children.length)]
  const grid = textGrid([titles, ...lines], { alignOf: (column) => (column < 6 ? 'center' : 'left') })
  return notes.reduce((noted, _, at) => withNote(noted, children.length + 1 + at), grid)
}

/** The row as one line over the whole width. */
function withNote({ cells, columns, roles }: Grid, at: number): Grid {
  return {
    columns,
    roles,
    cells: cells.flatMap((cell) => {
      if (cell.row !== at) return [cell]
      return cell.column === 0 ? [{ ...cell, colspan: columns, align: 'left' as const, bold: true }] : []
    }),
  }
}

const titles = doorColumns.map(({ title }) => title)

const lineOfCells = (cells: Partial<Record<DoorColumn, string>>): readonly string[] =>
  doorColumns.map(({ id }) => cells[id] ?? '')

function lineOf({ keyring, county, isNamed }: DoorList, child: FoundChild, at: number): readonly string[] {
  const [row] = child
  const shown = (name: string): string => (isNamed || name === '' ? name : maskName(name))
  return lineOfCells({
    place_no: String(at + 1),
    child_name: shown(row.name),
    sex: row.sex,
    birth_on: row.birth_on ?? '',
    village: firstOf(child, 'village'),
    guardian: shown(firstOf(child, 'guardian')),
    home_address: isNamed ? firstOf(child, 'address') : '',
    id_number: maskedNumber(row, keyring, county),
    says: reasonsOf(child)
      .map((reason) => reason.says)
      .join('；'),
    mark: doorMark(row.finding_id),
  })
}

const emptyLines = (from: number): readonly (readonly string[])[] =>
  Array.from({ length: EMPTY_LINES }, (_, at) => lineOfCells({ place_no: String(from + at + 1) }))
