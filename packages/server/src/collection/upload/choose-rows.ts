import type { RegisterRow } from '@eduduty/core/collection'
import { findUnitColumn, type Register } from '@eduduty/core/packs'
import { AppError } from '../../platform/errors/app-error.ts'
import type { TaskPack } from '../packs/task-pack.ts'
import type { TaskRow } from '../tasks/task-row.ts'
import type { ReadUpload } from './read-upload.ts'

/** Whose rows are wanted, of which year. */
export interface WantedRows {
  readonly row: Pick<TaskRow, 'register' | 'unit_code' | 'unit_name' | 'year'>
  readonly pack: TaskPack
}

export interface ChosenRows {
  readonly rows: readonly RegisterRow[]
  /** Rows of other units in the same file. */
  readonly others: number
}

/**
 * The rows of a file that belong to the task's unit and year. Errors: `collection.upload_wrong_table`,
 * `collection.upload_wrong_year`, `collection.upload_wrong_unit`.
 */
export function chooseRows({ row, pack }: WantedRows, read: ReadUpload): ChosenRows {
  const register = pack.register(row.register)
  if (read.rows.length === 0) {
    const why = read.unread ?? read.findings.find(({ level }) => level !== 'repair')?.message ?? '里面没有数据'
    throw new AppError('collection.upload_wrong_table', { table: register.title, why })
  }
  const unitColumn = findUnitColumn(pack.pack, register)?.id
  const own = read.rows.filter((one) => isOwn(one, unitColumn, row.unit_code))
  if (own.length === 0)
    throw new AppError('collection.upload_wrong_unit', {
      found: namesIn(register, read.rows, unitColumn),
      expected: row.unit_name,
    })
  const ofYear = own.filter(({ year }) => year === row.year)
  if (ofYear.length === 0)
    throw new AppError('collection.upload_wrong_year', {
      found: [...new Set(own.map(({ year }) => year))].join('、'),
      expected: row.year,
    })
  return { rows: ofYear, others: read.rows.length - own.length }
}

/** A row that does not say whose it is belongs to whoever sends it. */
function isOwn(one: RegisterRow, unitColumn: string | undefined, code: string): boolean {
  if (unitColumn === undefined) return true
  const given = one.values[unitColumn]
  return given === undefined || given === code
}

function namesIn(register: Register, rows: readonly RegisterRow[], unitColumn: string | undefined): string {
  const nameColumn = register.columns.find(({ title }) => /名称$/.test(title))?.id
  const names = rows.map(({ values }) => String(values[nameColumn ?? ''] ?? values[unitColumn ?? ''] ?? ''))
  return [...new Set(names.filter((name) => name !== ''))].slice(0, 3).join('、')
}
