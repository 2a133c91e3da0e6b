import { auditActions, cellText, type EventFilter, type EventView, isAuditAction } from '@eduduty/core/audit'
import { chinaTime } from '@eduduty/core/calendar'
import { writeXlsxStream } from 'hucre/xlsx'
import type { Caller, Ctx } from '../platform/ctx.ts'
import type { Door } from '../platform/door.ts'
import { printableText } from '../platform/printable-text.ts'
import { eventCondition } from './event-condition.ts'
import { listEvents } from './list-events.ts'
import { nameUnits } from './name-units.ts'

export type ExportFormat = 'xlsx' | 'csv'

const pageRows = 500
const resultTitles = { done: '完成', denied: '拒绝', failed: '失败' } as const

const columns: readonly { readonly title: string; readonly width: number; text(event: EventView): string }[] = [
  { title: '行政区划代码', width: 13, text: (event) => event.county_code },
  { title: '序号', width: 9, text: (event) => String(event.event_no) },
  { title: '时间（北京时间）', width: 20, text: (event) => chinaTime(event.occurred_at) },
  { title: '操作人', width: 12, text: (event) => event.actor_name },
  { title: '操作人标识', width: 20, text: (event) => event.actor_id },
  { title: '来源地址', width: 16, text: (event) => event.address },
  { title: '动作', width: 16, text: (event) => event.action_title },
  { title: '对象', width: 40, text: (event) => event.subject },
  { title: '结果', width: 8, text: (event) => resultTitles[event.result] },
  { title: '理由', width: 30, text: (event) => event.reason },
  {
    title: '补充内容',
    width: 40,
    text: (event) => event.detail.map(({ name, value }) => `${name}：${value}`).join('；'),
  },
  { title: '单位', width: 24, text: (event) => event.unit },
  { title: '上级单位', width: 24, text: (event) => event.unit_above },
  { title: '单位路径', width: 24, text: (event) => event.org_path },
  { title: '请求标识', width: 12, text: (event) => event.request_id },
  { title: '鉴别码', width: 66, text: (event) => event.mac },
]

/**
 * Events as a table for a spreadsheet, newest first, in chunks: read page by page while they are sent. Leaves one event
 * before the first is read. Errors: `request.invalid`.
 */
export async function exportEvents(
  door: Door,
  caller: Caller,
  filter: EventFilter,
  format: ExportFormat,
): Promise<AsyncIterable<Uint8Array | string>> {
  await door.write(caller, async (ctx) => {
    const rows = await countEvents(ctx, filter)
    ctx.audit({ action: 'audit.export', subject: filterText(filter), detail: { format, rows } })
  })
  const events = readAll(door, caller, filter)
  return format === 'csv' ? csvChunks(events) : xlsxChunks(events)
}

async function countEvents({ db, scopes }: Ctx, filter: EventFilter): Promise<number> {
  const { sql, values } = eventCondition(filter, scopes)
  const [answer] = await db.run<{ rows: number }>(`select count(*)::int as rows from audit_events where ${sql}`, values)
  return answer?.rows ?? 0
}

async function* readAll(door: Door, caller: Caller, filter: EventFilter): AsyncGenerator<readonly EventView[]> {
  let before: string | undefined
  for (;;) {
    const page = { ...filter, limit: pageRows, ...(before !== undefined && { before }) }
    const { events, more } = await door.read(caller, (ctx) => listEvents(ctx, page))
    yield await nameUnits(door, events)
    before = events.at(-1)?.cursor
    if (!more || before === undefined) return
  }
}

/** With the mark that tells spreadsheets the encoding. */
async function* csvChunks(pages: AsyncIterable<readonly EventView[]>): AsyncGenerator<string> {
  yield `\ufeff${csvLine(columns.map(({ title }) => title))}`
  for await (const page of pages) {
    const lines = page.map((event) => csvLine(columns.map((column) => cellText(column.text(event)))))
    if (lines.length > 0) yield lines.join('')
  }
}

function csvLine(cells: readonly string[]): string {
  return `${cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')}\r\n`
}

async function* xlsxChunks(pages: AsyncIterable<readonly EventView[]>): AsyncGenerator<Uint8Array> {
  const stream = writeXlsxStream(xlsxRows(pages), {
    name: '审计记录',
    columns: columns.map(({ width }) => ({ width })),
    freezePane: { rows: 1 },
  })
  const reader = stream.getReader()
  for (let part = await reader.read(); !part.done; part = await reader.read()) yield part.value
}

/** Every cell is text, and stays text when the sheet is saved as plain text. */
async function* xlsxRows(pages: AsyncIterable<readonly EventView[]>): AsyncGenerator<string[]> {
  yield columns.map(({ title }) => title)
  for await (const page of pages) {
    for (const event of page) yield columns.map((column) => printableText(cellText(column.text(event))))
  }
}

/** What was asked for, in words. */
function filterText(filter: EventFilter): string {
  const { from, to, person, action, result, text, unit } = filter
  const parts = [
    from !== undefined || to !== undefined ? `${from ?? '最早'} 至 ${to ?? '现在'}` : '',
    person === undefined ? '' : `操作人 ${person}`,
    action === undefined ? '' : `动作 ${isAuditAction(action) ? auditActions[action] : action}`,
    result === undefined ? '' : `结果 ${resultTitles[result]}`,
    text === undefined ? '' : `含“${text}”`,
    unit === undefined ? '' : `单位 ${unit}`,
  ].filter((part) => part !== '')
  return parts.length === 0 ? '全部' : parts.join('，')
}
