import { dayOf } from '@eduduty/core/calendar'
import { areaPath, type OrgPath } from '@eduduty/core/organizations'
import { fileElsewhere, findNewestFile, keepPaper, owedBy, type Receiving } from '../../archive/index.ts'
import { treeAsOf } from '../../organizations/index.ts'
import { type Ctx, systemCaller } from '../../platform/ctx.ts'
import type { Door } from '../../platform/door.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import type { OwnAffairs } from '../../platform/http/own-affairs.ts'
import type { NoticeKey } from './read-notice.ts'

/** A sent file. */
interface SentFile {
  readonly name: string
  readonly content: AsyncIterable<Uint8Array>
}

interface NoticeLine {
  readonly title: string
  readonly org_path: OrgPath
}

/**
 * Files the attachment of a notice in the archive, with the unit that sent it; every unit that got the notice may open it. One
 * that is there already is replaced. Errors: `desk.notice_not_found`, `desk.no_issuer`, those of uploads.
 */
export async function attachFile(receiving: Receiving, key: NoticeKey, { name, content }: SentFile): Promise<void> {
  const { door, caller } = receiving
  const unit = await door.read(caller, async (ctx) => issuerOf(ctx, key, await getNotice(ctx, key)))
  await fileElsewhere(receiving, {
    unit,
    name,
    content,
    keep: async (ctx, file) => {
      const { title } = await getNotice(ctx, key)
      const known = { title: `${title}（附件）`, issuer: unit.name }
      const { row } = await keepPaper(ctx, key.county, unit, file, undefined, { ...known, ...owedBy(file, known) })
      for (const table of ['desk_notices', 'desk_notice_units'] as const)
        await ctx.db.kysely
          .updateTable(table)
          .set({ paper_id: row.paper_id, file_name: file.name })
          .where('county_code', '=', key.county)
          .where('notice_id', '=', key.notice)
          .execute()
      ctx.audit({ action: 'desk.attach_file', subject: title })
    },
  })
}

async function getNotice({ db }: Ctx, { county, notice }: NoticeKey): Promise<NoticeLine> {
  const [row] = await db.run<NoticeLine>(
    `select title, org_path from desk_notices where county_code = $1 and notice_id = $2 and recalled_at is null`,
    [county, notice],
  )
  if (row === undefined) throw new AppError('desk.notice_not_found')
  return row
}

async function issuerOf({ db, now }: Ctx, { county }: NoticeKey, { org_path: path }: NoticeLine) {
  const unit = (await treeAsOf(db, county, dayOf(now))).find((one) => one.org_path === path)
  if (unit === undefined) throw new AppError('desk.no_issuer')
  return unit
}

/**
 * What stands in the archive as the attachment of a notice that came to, or was sent by, a unit of somebody's posts. It lies
 * with the issuer, whom the reader does not reach: the system looks it up. Errors: `desk.notice_not_found`.
 */
export async function openAttachment(door: Door, own: OwnAffairs, { county, notice }: NoticeKey) {
  const [row] = await door.read(own.atUnits, ({ db }) =>
    db.run<{ paper_id: string; file_name: string }>(
      `select paper_id, file_name from desk_notice_units
       where county_code = $1 and notice_id = $2 and org_path = any($3::text[]) and recalled_at is null and paper_id is not null
       union all
       select paper_id, file_name from desk_notices
       where county_code = $1 and notice_id = $2 and org_path = any($3::text[]) and paper_id is not null limit 1`,
      [county, notice, own.units],
    ),
  )
  if (row === undefined) throw new AppError('desk.notice_not_found')
  const reach = { scopes: [areaPath(county)], county, path: areaPath(county) }
  const file = await door.read(systemCaller('通知的附件', reach), ({ db }) =>
    findNewestFile(db, { county, paper: row.paper_id }),
  )
  if (file === undefined) throw new AppError('desk.notice_not_found')
  return { name: row.file_name, media: file.media, sha256: file.sha256 }
}
