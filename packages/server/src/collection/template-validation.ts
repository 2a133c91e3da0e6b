import type { Column } from '@eduduty/core/packs'
import type { DataValidation } from 'hucre/xlsx'
import type { Dictionary } from './template-dictionary.ts'

/** What a cell of a column lets through: a drop-down, or the limits of its number; any text for the rest. */
export function validationOf(column: Column, dictionary: Dictionary, range: string): readonly DataValidation[] {
  const words = dictionary.rangeOf(column)
  const base = {
    range,
    allowBlank: true,
    showErrorMessage: true,
    showInputMessage: true,
    inputTitle: column.title.slice(0, 32),
    errorTitle: '请改正',
  }
  const limited = column.required === true && column.applicable !== undefined ? '适用时必填。' : ''
  const inputMessage = `${limited}${column.note ?? column.pattern?.says ?? ''}`.slice(0, 255)
  const said = inputMessage === '' ? {} : { inputMessage }
  if (words !== undefined)
    return [{ ...base, ...said, type: 'list', formula1: words, errorMessage: '请从下拉列表中选择' }]
  if (column.type === 'text' || column.type === 'code' || column.type === 'date') return []
  const least = column.min ?? (column.type === 'year' ? '1800' : '0')
  const most = column.max ?? (column.type === 'year' ? '2999' : '999999999')
  const type = column.type === 'number' ? 'decimal' : 'whole'
  return [
    {
      ...base,
      ...said,
      type,
      operator: 'between',
      formula1: least,
      formula2: most,
      errorMessage: `请填 ${least} 到 ${most} 之间的${type === 'whole' ? '整数' : '数'}`,
    },
  ]
}
