import { chinaMinute, dayOf } from '@eduduty/core/calendar'
import { textGrid } from '@eduduty/core/documents'
import { EXPORT_DAYS, exportTitles, type LedgerKind, type LedgerRow, mayFetchExport } from '@eduduty/core/enrolment'
import type { Ctx } from '../../../platform/ctx.ts'
import { AppError } from '../../../platform/errors/app-error.ts'
import type { Keyring } from '../../../platform/keys/keyring.ts'
import { writeWorkbook } from '../../../platform/xlsx/write-workbook.ts'
import { headedGrid } from '../../headed-grid.ts'
import { writeDoorList } from '../../matching/door-list.ts'
import { readDoorChildren } from '../../matching/take-door-list.ts'
import { readLedgerRows } from '../list-ledger-rows.ts'
import { type ExportKey, type ExportRow, factsOf, lockExport } from './export-row.ts'

const heads = ['序号', '姓名', '性别', '周岁', '单位', '村（居）', '学校', '状态', '证明、批准或列入的原因'] as const
const widths = [6, 10, 6, 6, 20, 12, 22, 10, 34] as const
/** More than the children of any county. */
const ALL = 1_000_000

interface Writing {
  readonly ctx: Ctx
  readonly keyring: Keyring
}

interface Written {
  readonly rows: number
  readonly content: Uint8Array
}

/**
 * The list as a workbook, with names but without numbers and telephones; in its first line and at the head of each printed
 * page stand who took it, when and what for. Errors: `enrolment.export_not_found`, `enrolment.export_closed`.
 */
export async function writeExport(writing: Writing, key: ExportKey): Promise<{ name: string; content: Uint8Array }> {
  const { ctx } = writing
  const row = await lockExport(ctx, key)
  if (!mayFetchExport(factsOf(row), ctx.actor.id, ctx.now))
    throw new AppError('enrolment.export_closed', { days: EXPORT_DAYS })
  const name = `${row.year}年${row.unit_name}${exportTitles[row.ledger]}`
  const { ledger } = row
  const { rows, content } =
    ledger === 'doors' ? await doorsOf(writing, key, row) : await ledgerOf(writing, key, { row, ledger, name })
  await ctx.db.run('update enrolment_exports set fetched = fetched + 1 where county_code = $1 and export_id = $2', [
    key.county,
    key.export,
  ])
  ctx.audit({
    action: 'enrolment.export',
    subject: name,
    reason: row.reason,
    detail: { export: key.export, rows, minors: row.minors },
  })
  return { name, content }
}

async function doorsOf({ ctx, keyring }: Writing, { county }: ExportKey, row: ExportRow): Promise<Written> {
  const listed = await readDoorChildren(ctx, county)
  const mark = `${watermark(row, ctx)}，用后交回`
  const content = await writeDoorList({ ...listed, county, keyring, mark, on: dayOf(ctx.now), isNamed: true })
  return { rows: listed.children.length, content }
}

interface OneLedger {
  readonly row: ExportRow
  readonly ledger: LedgerKind
  readonly name: string
}

async function ledgerOf({ ctx }: Writing, { county }: ExportKey, { row, ledger, name }: OneLedger): Promise<Written> {
  const { year, unit_path: unit, row_state: state } = row
  const rows = await readLedgerRows(ctx, { county, year, ledger }, { unit, state }, { limit: ALL, offset: 0 })
  const mark = watermark(row, ctx)
  const grid = headedGrid(mark, textGrid([heads, ...rows.map(lineOf)]))
  const sheet = { name: exportTitles[ledger], orientation: 'landscape' as const, widths, grid }
  const model = { file: '', title: name, header: mark, mark, sheets: [sheet] }
  return { rows: rows.length, content: await writeWorkbook(model, dayOf(ctx.now)) }
}

function watermark({ reason, decided_by_name: by }: ExportRow, { actor, now }: Ctx): string {
  const allowed = by === '' ? '' : `，${by}批准`
  return `${actor.name} ${chinaMinute(now)} 导出${allowed}；用途：${reason}。内含未成年人信息，不得转发、公开`
}

function lineOf(row: LedgerRow, at: number): readonly string[] {
  const { name, sex, age, unit, village, school, state, says } = row
  return [String(at + 1), name, sex, age === undefined ? '' : String(age), unit, village, school, state, says]
}
