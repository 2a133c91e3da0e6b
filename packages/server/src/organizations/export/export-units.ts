import { shortAreaCode, unitKinds, unitRegister } from '@eduduty/core/organizations'
import type { Ctx } from '../../platform/ctx.ts'
import { treeAsOf } from '../views/tree-as-of.ts'
import { type TableFormat, type TextTable, writeTable } from './write-table.ts'

export interface ExportUnits {
  readonly county: string
  readonly asOf: string
  readonly format: TableFormat
}

/** The units of a county on a day as a file that can be imported again. */
export async function exportUnits(ctx: Ctx, { county, asOf, format }: ExportUnits): Promise<Uint8Array> {
  const table = await tableOf(ctx, county, asOf)
  ctx.audit({
    action: 'organizations.export',
    subject: `单位名册 ${county}`,
    detail: { county, as_of: asOf, format, rows: table.rows.length },
  })
  return writeTable(table, format)
}

async function tableOf({ db }: Ctx, county: string, asOf: string): Promise<TextTable> {
  const units = await treeAsOf(db, county, asOf)
  const names = new Map(units.map((unit) => [unit.unit_id, unit.name]))
  const columns = unitRegister.columns.filter(({ id }) => id !== 'changed_on' && id !== 'reason')
  const rows = units.map((unit) => {
    const cells: Readonly<Record<string, string>> = {
      unit_id: unit.unit_id,
      name: unit.name,
      kind: unitKinds[unit.kind].title,
      code: unit.code,
      parent_id: unit.parent_id ?? '',
      parent: names.get(unit.parent_id ?? '') ?? '',
      school_type: unit.school_type,
      area_code: unit.area_code === null ? '' : shortAreaCode(unit.area_code),
      opened_on: unit.opened_on,
    }
    return columns.map(({ id }) => cells[id] ?? '')
  })
  return { title: unitRegister.title, columns: columns.map(({ title }) => title), rows }
}
