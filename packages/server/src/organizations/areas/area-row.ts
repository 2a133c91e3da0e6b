import type { Finding, RegisterRow } from '@eduduty/core/collection'
import { fullAreaCode } from '@eduduty/core/organizations'

/** One row of a list of areas; codes are full ones. */
export interface AreaRow {
  readonly source: RegisterRow['source']
  readonly code: string
  readonly name: string
  readonly since: string | undefined
  readonly until: string | undefined
  readonly successor: string | undefined
  readonly from: string
}

/** Reads a row; a code that is none comes back as a finding. */
export function areaRowOf(row: RegisterRow): AreaRow | Finding | undefined {
  const text = (column: string): string => {
    const value = row.values[column]
    return typeof value === 'string' ? value : ''
  }
  if (text('code') === '' || text('name') === '') return undefined
  const [code, successor] = [fullAreaCode(text('code')), fullAreaCode(text('successor'))]
  const wrong = (column: string) =>
    areaFinding({ source: row.source, name: text('name') }, column, {
      message: `“${text(column)}”不是区划代码`,
      advice: '应是 2、4、6、9 或 12 位数字',
    })
  if (code === undefined) return wrong('code')
  if (text('successor') !== '' && successor === undefined) return wrong('successor')
  const date = (column: string): string | undefined => (text(column) === '' ? undefined : text(column))
  const { source } = row
  return {
    source,
    code,
    name: text('name'),
    since: date('since'),
    until: date('until'),
    successor,
    from: text('source'),
  }
}

export function areaFinding(
  { source, name }: Pick<AreaRow, 'source' | 'name'>,
  column: string,
  said: { readonly message: string; readonly advice: string },
): Finding {
  const cell = source.cellOf(column) ?? source.cellOf('code')
  const place = { file: source.file, sheet: source.sheet, column, unit_name: name }
  return { level: 'error', code: 'area_row', ...said, ...place, ...(cell !== undefined && { cell }) }
}
