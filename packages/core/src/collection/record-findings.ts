import type { Column, Register } from '../packs/index.ts'
import { cellAddress } from './cell-address.ts'
import type { Finding } from './finding.ts'
import { keyColumns } from './reading-plan.ts'
import type { RegisterRow } from './register-row.ts'

/** Where a finding stands; without `cell` it holds for the whole sheet. */
export type FindingPlace = Pick<Finding, 'cell' | 'column'> & { readonly sheet: string; readonly register: string }

export function cellPlace(
  sheet: string,
  register: string,
  spot: { readonly row: number; readonly column: number },
): FindingPlace {
  return { sheet, register, cell: cellAddress(spot.row, spot.column) }
}

export function requiredBlank(column: Column, place: FindingPlace): Finding {
  return {
    level: 'error',
    code: 'required_blank',
    message: `“${column.title}”没有填`,
    advice: column.type === 'integer' || column.type === 'number' ? '补填；确实为零填 0' : '请补填',
    ...place,
  }
}

export function mergedNumber(column: Column, place: FindingPlace): Finding {
  return {
    level: 'error',
    code: 'merged_number',
    message: `“${column.title}”的数写在合并单元格里，分不清属于哪一条记录，按未报处理`,
    advice: '取消合并，逐条填写',
    ...place,
  }
}

/** Said once for a sheet, however many of its records lack a year. */
export function missingYear(count: number, place: FindingPlace): Finding {
  return {
    level: 'error',
    code: 'no_year',
    message: `看不出是哪一年的数据，有 ${count} 条记录没有采用`,
    advice: '在表的标题里写明年份（如“2024年”），或放进以年份命名的文件夹，或用 --year 指定，或在对照文件里写 year',
    ...place,
  }
}

/** Undefined when the record has every column that tells it apart from others. */
export function findMissingKey(
  register: Register,
  values: RegisterRow['values'],
  place: FindingPlace,
): Finding | undefined {
  const missing = keyColumns(register).filter((column) => values[column.id] === undefined)
  if (missing.length === 0) return undefined
  const titles = missing.map((column) => `“${column.title}”`).join('、')
  return {
    level: 'error',
    code: 'missing_key',
    message: `缺少可用的${titles}，不知道是哪${register.row_is}，这一条没有采用`,
    advice: `补上${titles}后重新导入`,
    ...place,
  }
}

export function emptyForm(register: Register, sheet: string): Finding {
  return {
    level: 'note',
    code: 'empty_form',
    message: `“${register.title}”是一张空表，没有填任何值`,
    sheet,
    register: register.id,
  }
}
