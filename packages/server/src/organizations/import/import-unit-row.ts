import type { Finding, RegisterRow } from '@eduduty/core/collection'
import { fullAreaCode, isUnitKind, type UnitKind } from '@eduduty/core/organizations'

/** One row of a list of units, as it says itself; absent = the cell is blank. */
export interface UnitRow {
  readonly source: RegisterRow['source']
  readonly name: string
  readonly unitId: string | undefined
  readonly kind: UnitKind | undefined
  readonly code: string | undefined
  readonly parentId: string | undefined
  readonly parent: string | undefined
  readonly schoolType: string | undefined
  readonly areaCode: string | undefined
  readonly openedOn: string | undefined
  readonly changedOn: string | undefined
  readonly reason: string | undefined
}

export function unitRowOf(row: RegisterRow): UnitRow {
  const text = (column: string): string | undefined => {
    const value = row.values[column]
    return typeof value === 'string' && value !== '' ? value : undefined
  }
  const kind = text('kind')
  const area = text('area_code')
  return {
    source: row.source,
    name: text('name') ?? '',
    unitId: text('unit_id'),
    kind: kind !== undefined && isUnitKind(kind) ? kind : undefined,
    code: text('code'),
    parentId: text('parent_id'),
    parent: text('parent'),
    schoolType: text('school_type'),
    areaCode: area === undefined ? undefined : (fullAreaCode(area) ?? area),
    openedOn: text('opened_on'),
    changedOn: text('changed_on'),
    reason: text('reason'),
  }
}

/** A finding about one cell of a row; a column that the file does not have falls back to the name. */
export function rowFinding(
  { source, name }: Pick<UnitRow, 'source' | 'name'>,
  column: string,
  said: { readonly level: Finding['level']; readonly message: string; readonly advice: string },
): Finding {
  const cell = source.cellOf(column) ?? source.cellOf('name') ?? source.cellOf('code')
  return {
    code: 'unit_row',
    ...said,
    file: source.file,
    sheet: source.sheet,
    column,
    unit_name: name,
    ...(cell !== undefined && { cell }),
  }
}
