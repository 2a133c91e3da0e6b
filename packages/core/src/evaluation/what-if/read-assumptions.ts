import { type CodeIndex, type RegisterRow, readEntry } from '../../collection/index.ts'
import { fromDecimal, known, rational, type Value } from '../../formula/index.ts'
import type { Column } from '../../packs/index.ts'
import type { DataRow, RegisterTable } from '../dataset.ts'
import type { StandingCounty } from '../evaluate-county.ts'
import { parseFigureId } from '../figure-id.ts'
import type { NodePlan } from '../plan-node.ts'
import type { CountyChange } from '../recompute/recompute.ts'
import type { Assumption } from './contracts.ts'

export interface ReadAssumptions extends Required<CountyChange> {
  /** Those that cannot be taken, by position, with the reason in Chinese; the others hold. */
  readonly refused: readonly { readonly index: number; readonly message: string }[]
}

type Codes = ReadonlyMap<string, CodeIndex>

/** Turns assumptions into changes of the county; several of one row are one change. */
export function readAssumptions(
  { county }: StandingCounty,
  assumptions: readonly Assumption[],
  codes: Codes,
): ReadAssumptions {
  const { evaluation } = county
  const refused: { index: number; message: string }[] = []
  const assumed = new Map<string, Value>()
  const rows = new Map<string, { before: RegisterRow | undefined; after: RegisterRow }>()
  for (const [index, assumption] of assumptions.entries()) {
    const refuse = (message: string): void => void refused.push({ index, message })
    if (assumption.kind === 'figure') {
      const read = readFigure(evaluation, assumption)
      if (typeof read === 'string') refuse(read)
      else assumed.set(assumption.figure, read)
      continue
    }
    const place = findPlace(evaluation.data.table(assumption.register), assumption)
    if (typeof place === 'string') {
      refuse(place)
      continue
    }
    const entry = readEntry(assumption.text, place.column, codes)
    if (entry.refusedText !== undefined) {
      refuse(`“${place.column.title}”不能是“${entry.refusedText}”：${entry.problem?.message ?? '读不懂'}`)
      continue
    }
    const slot = JSON.stringify([assumption.register, Object.entries(assumption.key).toSorted()])
    const before = rows.get(slot)?.before ?? place.row?.source
    const from = rows.get(slot)?.after ?? before ?? newRow(assumption, evaluation.data.year)
    rows.set(slot, { before, after: withCell(from, place.column.id, entry.value) })
  }
  return { edits: [...rows.values()], assumed, refused }
}

function readFigure(
  evaluation: StandingCounty['county']['evaluation'],
  { figure, text }: Extract<Assumption, { kind: 'figure' }>,
): Value | string {
  const { node: id = '', subject = '' } = parseFigureId(figure) ?? {}
  const node = evaluation.plan.node(id)
  if (node === undefined || evaluation.subjects(node.grain).indexOf(subject) === undefined)
    return '本次评估里没有这个数'
  return readNumber(text.trim(), node.node)
}

/** As the figure is shown: a share is written with its sign, a number whose unit is per cent may be. */
function readNumber(text: string, { display, unit }: NodePlan['node']): Value | string {
  const bare = text.replace(/[%％]$/, '')
  const number = fromDecimal(bare)
  if (number === undefined) return `“${text}”不是数`
  const hasSign = bare !== text
  if (display?.percent === true)
    return hasSign ? known(rational.mul(number, HUNDREDTH)) : `这一项按百分数显示，请写成“${text}%”`
  return hasSign && unit !== '%' ? `这一项的单位不是百分数，请写“${bare}”这样的数` : known(number)
}

const HUNDREDTH = rational.fromPair(1n, 100n)

function findPlace(
  table: RegisterTable | undefined,
  { register, key, column: id }: Extract<Assumption, { kind: 'cell' }>,
): { readonly row: DataRow | undefined; readonly column: Column } | string {
  const column = table?.columns.get(id)
  if (table === undefined || column === undefined) return `没有“${register}.${id}”这一栏`
  if (column.dimension !== undefined || column.personal !== undefined) return `“${column.title}”不能假设`
  const keys = table.register.columns.filter(({ dimension }) => dimension !== undefined)
  const rows = table.rows.filter(({ source }) =>
    keys.every((one) => String(source.values[one.id] ?? '') === key[one.id]),
  )
  if (rows.length > 1) return `${table.register.title}里有 ${rows.length} 行都是这个对象，不知道改哪一行`
  if (rows.length === 0 && keys.some((one) => (key[one.id] ?? '') === '')) return `${table.register.title}里没有这一行`
  return { row: rows[0], column }
}

/** A row that nobody has sent. */
function newRow({ register, key }: Extract<Assumption, { kind: 'cell' }>, year: number): RegisterRow {
  return { register, year, values: key, source: { file: '', sheet: '', row: undefined, cellOf: () => undefined } }
}

function withCell(row: RegisterRow, column: string, value: string | boolean | undefined): RegisterRow {
  const { [column]: _, ...rest } = row.values
  const { refused } = row
  const { [column]: __, ...cells } = refused?.cells ?? {}
  return {
    ...row,
    values: value === undefined ? rest : { ...rest, [column]: value },
    ...(refused?.cells === undefined ? {} : { refused: { ...refused, cells } }),
  }
}
