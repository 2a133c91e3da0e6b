import { lackingParticulars, type PaperView, type Particulars } from '@eduduty/core/archive'
import { isDay } from '@eduduty/core/calendar'
import { AppError } from '../../platform/errors/app-error.ts'
import type { Acting } from '../acting.ts'
import { noteEvents } from '../note-events.ts'
import { carryToLinks } from './carry-to-links.ts'
import { getPaperForUpdate, type PaperKey, particularsOf } from './paper-row.ts'
import { readPaper } from './read-paper.ts'

const titles: Readonly<Record<keyof Particulars, string>> = {
  title: '标题',
  kind: '类别',
  issuer: '形成单位',
  document_no: '文号',
  made_on: '落款日期',
  valid_until: '有效期至',
  secrecy: '知悉范围',
  personal: '个人信息',
  is_redacted: '遮盖',
  box_no: '档案盒号',
  note: '备注',
  retention: '保管期限',
  keeper: '保管人',
  pages: '页数',
}

/** Changes what is written about a paper; what was changed stands in its history. Errors: `archive.paper_not_found`, `archive.paper_withdrawn`. */
export async function describePaper(acting: Acting, key: PaperKey, body: Particulars): Promise<PaperView> {
  const { ctx } = acting
  const row = await getPaperForUpdate(ctx, key)
  for (const day of [body.made_on, body.valid_until])
    if (day !== undefined && !isDay(day)) throw new AppError('request.invalid', { reason: `没有 ${day} 这一天` })
  const title = body.title.trim()
  if (title === '') throw new AppError('request.invalid', { reason: '没有写标题' })
  const wanted = {
    ...body,
    title,
    made_on: body.made_on ?? null,
    valid_until: body.valid_until ?? null,
    retention: body.retention ?? null,
    pages: body.pages ?? null,
    // Who sends papers in otherwise than by the page is not asked for these.
    lacks: row.lacks === '' ? '' : lackingParticulars(body),
  }
  const says = changesBetween(particularsOf(row), { ...body, title })
  if (says === '') return readPaper(acting, key)
  await ctx.db.kysely
    .updateTable('archive_papers')
    .set(wanted)
    .where('county_code', '=', key.county)
    .where('paper_id', '=', key.paper)
    .execute()
  await carryToLinks(ctx, key)
  await noteEvents(ctx, key.county, [{ subject: 'paper', id: key.paper, path: row.org_path, deed: 'describe', says }])
  ctx.audit({ action: 'archive.describe', subject: `${row.unit_name}“${title}”`, reason: says })
  return readPaper(acting, key)
}

function changesBetween(held: Particulars, wanted: Particulars): string {
  const before = new Map<string, unknown>(Object.entries(held))
  const after = new Map<string, unknown>(Object.entries(wanted))
  const changed = Object.entries(titles).filter(([name]) => before.get(name) !== after.get(name))
  return changed.length === 0 ? '' : `改了${changed.map(([, title]) => title).join('、')}`
}
