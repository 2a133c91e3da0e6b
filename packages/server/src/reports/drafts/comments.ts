import { randomUUID } from 'node:crypto'
import type { ReportComment, ReportCommentBody } from '@eduduty/core/reports'
import type { Ctx } from '../../platform/ctx.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { getDraft, nameOf, type ReportKey } from './draft-row.ts'

interface CommentRow {
  readonly comment_id: string
  readonly block: string
  readonly quote: string
  readonly body: string
  readonly person_name: string
  readonly said_at: string
  readonly resolved_by: string | null
}

const MOST = 500

/** What people say of a draft, oldest first. */
export async function listComments({ db }: Pick<Ctx, 'db'>, key: ReportKey): Promise<ReportComment[]> {
  const rows = await db.run<CommentRow>(
    `select said.comment_id, said.block, said.quote, said.body, said.person_name, said.said_at,
       done.person_name as resolved_by
     from reports_comments said left join reports_comments done
       on done.county_code = said.county_code and done.resolves = said.comment_id
     where said.county_code = $1 and said.report_id = $2 and said.resolves is null
     order by said.said_at, said.comment_id limit ${MOST}`,
    [key.county, key.report],
  )
  return rows.map((row) => ({
    comment: row.comment_id,
    block: row.block,
    quote: row.quote,
    text: row.body,
    by: row.person_name,
    at: row.said_at,
    ...(row.resolved_by !== null && { resolved_by: row.resolved_by }),
  }))
}

/** Errors: `reports.not_found`, `reports.comment_blank`. */
export async function addComment(ctx: Ctx, key: ReportKey, { block, quote, text }: ReportCommentBody): Promise<void> {
  const row = await getDraft(ctx, key)
  const body = text.trim()
  if (body === '') throw new AppError('reports.comment_blank')
  await ctx.db.kysely
    .insertInto('reports_comments')
    .values({
      county_code: key.county,
      report_id: key.report,
      comment_id: randomUUID(),
      org_path: row.org_path,
      block,
      quote,
      body,
      person_id: ctx.actor.id,
      person_name: ctx.actor.name,
      said_at: ctx.now,
    })
    .execute()
  ctx.audit({ action: 'reports.comment', subject: nameOf(row) })
}

/** Marks a comment as dealt with; a second time it finds that done. Errors: `reports.not_found`, `reports.comment_not_found`. */
export async function resolveComment(ctx: Ctx, key: ReportKey, comment: string): Promise<void> {
  const row = await getDraft(ctx, key)
  const said = await ctx.db.kysely
    .selectFrom('reports_comments')
    .select('block')
    .where('county_code', '=', key.county)
    .where('report_id', '=', key.report)
    .where('comment_id', '=', comment)
    .where('resolves', 'is', null)
    .executeTakeFirst()
  if (said === undefined) throw new AppError('reports.comment_not_found')
  await ctx.db.run(
    `insert into reports_comments (county_code, report_id, comment_id, org_path, block, resolves, person_id, person_name,
       said_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     on conflict (county_code, resolves) where resolves is not null do nothing`,
    [key.county, key.report, randomUUID(), row.org_path, said.block, comment, ctx.actor.id, ctx.actor.name, ctx.now],
  )
  ctx.audit({ action: 'reports.resolve_comment', subject: nameOf(row) })
}
