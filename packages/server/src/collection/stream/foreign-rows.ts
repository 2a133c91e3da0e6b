import type { Finding, RegisterRow } from '@eduduty/core/collection'
import type { Register } from '@eduduty/core/packs'

/** A record of another unit than the one that sends the file. */
export function foreignUnit(row: RegisterRow, register: Register, unit: string): Finding {
  return {
    level: 'error',
    code: 'other_unit',
    message: `这一行是别的单位（${unit}）的，没有采用`,
    advice: '只报本单位的行；确是本单位的，请改正单位代码',
    found: unit,
    ...placeOf(row, register),
  }
}

/** A record of another year than the one that is asked for. */
export function foreignYear(row: RegisterRow, register: Register, year: number): Finding {
  return {
    level: 'error',
    code: 'other_year',
    message: `这一行是 ${row.year} 年的数据，这次导入的是 ${year} 年，没有采用`,
    advice: '改正年份，或选对年份后重新导入',
    found: String(row.year),
    ...placeOf(row, register),
  }
}

/** Its first cell stands for the whole row. */
function placeOf({ source }: RegisterRow, register: Register): Pick<Finding, 'file' | 'sheet' | 'cell' | 'register'> {
  const cell = register.columns.flatMap(({ id }) => source.cellOf(id) ?? [])[0]
  return { file: source.file, sheet: source.sheet, ...(cell !== undefined && { cell }), register: register.id }
}
