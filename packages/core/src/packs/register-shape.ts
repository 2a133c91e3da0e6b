import type { Pack } from './schema/pack.ts'
import type { Register } from './schema/register.ts'
import { unitDimensions } from './unit-columns.ts'

/**
 * How a register is filled in. `form`: one row for each unit, which fills it in itself, item by item. `list_of_units`: one
 * row for each unit too, kept by an office for all of them. `roster`: any number of rows.
 */
export type RegisterShape = 'form' | 'list_of_units' | 'roster'

/** Decided by the pack alone: by what tells rows apart, what a row is, and who reports. */
export function registerShape(pack: Pick<Pack, 'dimensions'>, register: Register): RegisterShape {
  const units = unitDimensions(pack)
  const keys = register.columns.flatMap(({ dimension }) => (dimension === undefined ? [] : [dimension]))
  if (keys.length === 0) return isOfOneUnit(register) ? 'form' : 'roster'
  if (keys.some((dimension) => !units.has(dimension))) return 'roster'
  return isReportedByItself(register) ? 'form' : 'list_of_units'
}

/** 一所学校, reported by 学校: each fills in its own row. Reported by 县教育局 it would be a list of all schools. */
const isReportedByItself = ({ row_is: row, reporter }: Register): boolean =>
  reporter.split(/[、，或和]/).some((who) => who !== '' && row.includes(who))

/** A register without a key holds the one row of whoever reports it, where a row is a county or another unit. */
const isOfOneUnit = ({ row_is: row }: Register): boolean =>
  /^一(?:所|个)(?:学校|幼儿园|县|区县|市县|乡镇|单位)/.test(row)
