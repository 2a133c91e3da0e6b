import type { FormColumn } from '@eduduty/core/collection'
import type { Column, Register } from '@eduduty/core/packs'
import { initialsOf } from '../../platform/initials.ts'
import { linkedColumns } from '../packs/linked-columns.ts'
import type { TaskPack } from '../packs/task-pack.ts'

const made = new WeakMap<Register, readonly FormColumn[]>()

/** The columns of a register as a page draws them: in words, with codes, limits and clauses. */
export function formColumns(pack: TaskPack, register: Register): readonly FormColumn[] {
  const known = made.get(register)
  if (known !== undefined) return known
  const links = linkedColumns(pack, register)
  const columns = register.columns.map((column) => ({
    ...formColumn(pack, register, column),
    linked: [...(links.get(column.id) ?? [])],
  }))
  made.set(register, columns)
  return columns
}

function formColumn({ reading }: TaskPack, register: Register, column: Column): Omit<FormColumn, 'linked'> {
  const codes = column.codes === undefined ? undefined : reading.codes.get(column.codes)?.list.codes
  const limits = limitsOf(column)
  const basis = column.basis ?? register.basis
  return {
    id: column.id,
    ...(column.no !== undefined && { no: column.no }),
    title: column.title,
    ...(column.group !== undefined && { group: column.group }),
    type: column.type,
    ...(column.unit !== undefined && { unit: column.unit }),
    required: column.required === true,
    ...(codes !== undefined && {
      codes: codes.map(({ code, title }) => ({ code, title, initials: initialsOf(title) })),
    }),
    ...(column.note !== undefined && { note: column.note }),
    ...(limits !== '' && { limits }),
    ...(column.min !== undefined && { min: column.min }),
    ...(column.max !== undefined && { max: column.max }),
    ...(column.pattern !== undefined && { pattern: column.pattern }),
    ...(basis !== undefined && { basis: [basis.document, basis.article ?? ''].join(' ').trim() }),
    ...(column.personal !== undefined && { personal: column.personal }),
    is_key: column.dimension !== undefined,
  }
}

function limitsOf({ type, min, max, pattern, unit }: Column): string {
  const measure = unit ?? ''
  const kind = type === 'integer' ? '整数' : type === 'date' ? '日期，如 2025-09-01' : type === 'year' ? '四位年份' : ''
  const least = min === undefined ? '' : `不小于 ${min}${measure}`
  const most = max === undefined ? '' : `不大于 ${max}${measure}`
  return [kind, least, most, pattern?.says ?? ''].filter((part) => part !== '').join('，')
}
