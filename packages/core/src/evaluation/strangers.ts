import { type Finding, findCellPlace, type RegisterRow } from '../collection/index.ts'
import type { Column, Dimension, Register } from '../packs/index.ts'
import { joinKey } from './dataset.ts'
import type { Evaluation } from './evaluation.ts'
import { rosterRows } from './roster.ts'
import { expectingGrain } from './year-data.ts'

/** Rows of one register that do not count, for one and the same reason. */
interface Strangers {
  readonly register: Register
  readonly column: Column
  readonly value: string
  readonly code: 'unknown_unit' | 'unknown_value' | 'unexpected_subject'
  readonly rows: RegisterRow[]
}

/** Places named in one finding. */
const NAMED = 3

/** Rows about units, stages or subjects that are not there: one finding for each value, with the first places. */
export function strangers(evaluation: Evaluation, rows: readonly RegisterRow[]): Finding[] {
  const groups = new Map<string, Strangers>()
  const add = (found: Omit<Strangers, 'rows'>, row: RegisterRow): void => {
    const key = joinKey([found.code, found.register.id, found.column.id, found.value])
    const group = groups.get(key) ?? { ...found, rows: [] }
    groups.set(key, group)
    group.rows.push(row)
  }
  addUnknown(evaluation, rows, add)
  addUnexpected(evaluation, add)
  return [...groups.values()].map((group) => findingOf(evaluation, group))
}

type Add = (found: Omit<Strangers, 'rows'>, row: RegisterRow) => void

/** Units that no register of units has, and values that a dimension does not have. */
function addUnknown(evaluation: Evaluation, rows: readonly RegisterRow[], add: Add): void {
  const { strangeColumn, byRegister } = rosterRows(evaluation.plan, rows, evaluation.data.year)
  for (const row of rows) {
    const register = evaluation.plan.register(row.register)
    if (register === undefined || row.year !== evaluation.data.year) continue
    const column = strangeColumn(register, row)
    if (column === undefined) continue
    const isUnit = kindOf(evaluation, column) === 'unit'
    if (isUnit && byRegister.has(register.id)) continue
    const value = String(row.values[column.id] ?? '')
    add({ register, column, value, code: isUnit ? 'unknown_unit' : 'unknown_value' }, row)
  }
}

/** Rows about a stage that their unit does not have, as the register of units says. */
function addUnexpected(evaluation: Evaluation, add: Add): void {
  for (const table of evaluation.data.allTables()) {
    const grain = expectingGrain(evaluation.plan, table)
    if (grain === undefined) continue
    const subjects = evaluation.subjects(grain)
    const { dimensions } = subjects.grain
    const column = table.register.columns.find(
      (candidate) => dimensions.includes(candidate.dimension ?? '') && kindOf(evaluation, candidate) === 'values',
    )
    if (column === undefined) continue
    const known = new Set(subjects.keysOn(dimensions))
    for (const row of table.rows) {
      if (known.has(joinKey(dimensions.map((dimension) => row.dimension(dimension))))) continue
      const value = row.dimension(column.dimension ?? '')
      add({ register: table.register, column, value, code: 'unexpected_subject' }, row.source)
    }
  }
}

function kindOf(evaluation: Evaluation, column: Column): Dimension['kind'] | undefined {
  return evaluation.plan.pack.dimensions?.find((dimension) => dimension.id === column.dimension)?.kind
}

function findingOf(evaluation: Evaluation, group: Strangers): Finding {
  const { register, column, value, rows, code } = group
  const places = rows.map((row) => findCellPlace(row.source, column.id))
  const [first] = places
  const more = places.slice(1, NAMED).flatMap((place) => place?.cell ?? [])
  const also =
    rows.length === 1
      ? ''
      : `（共 ${rows.length} 行${more.length === 0 ? '' : `，另见 ${more.join('、')}${rows.length > NAMED ? ' 等' : ''}`}）`
  const { message, advice } = wordsOf(evaluation, group)
  return {
    level: 'error',
    code,
    message: `${message}${also}`,
    advice,
    ...(first ?? (rows[0] === undefined ? {} : { file: rows[0].source.file, sheet: rows[0].source.sheet })),
    register: register.id,
    column: column.id,
    found: value,
  }
}

function wordsOf(evaluation: Evaluation, group: Strangers): { readonly message: string; readonly advice: string } {
  const { register, column, value, rows } = group
  switch (group.code) {
    case 'unknown_unit':
      return {
        message: `${register.title}中的“${value}”不在名册中，未计入`,
        advice: '请核对代码；确属本县的，请先补入名册',
      }
    case 'unknown_value': {
      const values = evaluation.plan.pack.dimensions?.find(({ id }) => id === column.dimension)?.values ?? []
      return {
        message: `${register.title}中的${column.title}“${value}”不在规定的取值中，未计入`,
        advice: `可填：${values.join('、')}；不在评估范围内的，不必报送`,
      }
    }
    case 'unexpected_subject': {
      const unit = evaluation.data.table(register.id)?.rows.find((row) => row.source === rows[0])?.unit ?? ''
      return {
        message: `${register.title}报了${unit === '' ? '' : evaluation.data.nameOf(unit)}的“${value}”，名册上没有这一${column.title}，按${column.title}计算时未计入`,
        advice: `请核对${column.title}；名册有误的，请先改正名册`,
      }
    }
  }
}
