import { type AreaEntry, areaRegister, shortAreaCode } from '@eduduty/core/organizations'
import type { Ctx } from '../../platform/ctx.ts'
import { type TableFormat, writeTable } from './write-table.ts'

/** All areas with all their versions as a file that can be imported again. */
export async function exportAreas(ctx: Ctx, format: TableFormat): Promise<Uint8Array> {
  const areas = await ctx.db.run<AreaEntry>('select * from organizations_areas order by code, since')
  const rows = areas.map((area) => [
    shortAreaCode(area.code),
    area.name,
    area.since,
    area.until ?? '',
    area.successor_code === null ? '' : shortAreaCode(area.successor_code),
    area.source,
  ])
  ctx.audit({ action: 'organizations.export', subject: areaRegister.title, detail: { format, rows: rows.length } })
  const { title, columns } = areaRegister
  return writeTable({ title, columns: columns.map((column) => column.title), rows }, format)
}
