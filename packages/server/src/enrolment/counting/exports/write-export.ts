import { chinaMinute, dayOf } from '@eduduty/core/calendar'
import { type Grid, type PlacedCell, textGrid } from '@eduduty/core/documents'
import { EXPORT_DAYS, type LedgerRow, ledgerTitles, mayFetchExport } from '@eduduty/core/enrolment'
import type { Ctx } from '../../../platform/ctx.ts'
import { AppError } from '../../../platform/errors/app-error.ts'
import { writeWorkbook } from '../../../platform/xlsx/write-workbook.ts'
import { readLedgerRows } from '../list-ledger-rows.ts'
import { type ExportKey, type ExportRow, factsOf, ledgerKeyOf, lockExport } from './export-row.ts'

const heads = ['序号', '姓名', '性别', '周岁', '单位', '村（居）', '学校', '状态', '证明、批准或列入的原因'] as const
const widths = [6, 10, 6, 6, 20, 12, 22, 10, 34] as const
/** More than the children of any county. */
const ALL = 1_000_000

/**
 * The list as a workbook, with names but without numbers, telephones and addresses; in its first line and at the head of
 * each printed page stand who took it, when and what for. Errors: `enrolment.export_not_found`, `enrolment.export_closed`.
 */
export async function writeExport(ctx: Ctx, key: ExportKey): Promise<{ name: string; content: Uint8Array }> {
  const row = await lockExport(ctx, key)
  if (!mayFetchExport(factsOf(row), ctx.actor.id, ctx.now))
    throw new AppError('enrolment.export_closed', { days: EXPORT_DAYS })
  const { unit_path: unit, row_state: state } = row
  const rows = await readLedgerRows(ctx, ledgerKeyOf(key, row), { unit, state }, { limit: ALL, offset: 0 })
  await ctx.db.run('update enrolment_exports set fetched = fetched + 1 where county_code = $1 and export_id = $2', [
    key.county,
    key.export,
  ])
  const title = `${row.year}年${row.unit_name}${ledgerTitles[row.ledger]}`
  ctx.audit({
    action: 'enrolment.export',
    subject: title,
    reason: row.reason,
    detail: { export: key.export, rows: rows.length, minors: row.minors },
  })
  const mark = watermark(row, ctx)
  const grid = gridOf(mark, rows.map(lineOf))
  const sheet = { name: ledgerTitles[row.ledger], orientation: 'landscape' as const, widths, grid }
  const model = { file: '', title, header: mark, mark, sheets: [sheet] }
  return { name: title, content: await writeWorkbook(model, dayOf(ctx.now)) }
}

function watermark({ reason, decided_by_name: by }: ExportRow, { actor, now }: Ctx): string {
  const allowed = by === '' ? '' : `，${by}批准`
  return `${actor.name} ${chinaMinute(now)} 导出${allowed}；用途：${reason}。内含未成年人信息，不得转发、公开`
}

function lineOf(row: LedgerRow, at: number): readonly string[] {
  const { name, sex, age, unit, village, school, state, says } = row
  return [String(at + 1), name, sex, age === undefined ? '' : String(age), unit, village, school, state, says]
}

function gridOf(mark: string, lines: readonly (readonly string[])[]): Grid {
  const first: PlacedCell = {
    row: 0,
    column: 0,
    rowspan: 1,
    colspan: heads.length,
    shaded: false,
    figures: [],
    align: 'left',
    bold: true,
    output: { kind: 'text', text: mark },
  }
  const { columns, roles, cells } = textGrid([heads, ...lines])
  const below = cells.map((cell) => ({ ...cell, row: cell.row + 1 }))
  return { columns, roles: ['title', ...roles], cells: [first, ...below] }
}
