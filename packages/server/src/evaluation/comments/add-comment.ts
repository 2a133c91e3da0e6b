import { randomUUID } from 'node:crypto'
import type { CommentBody } from '@eduduty/core/evaluation'
import type { Ctx } from '../../platform/ctx.ts'
import type { Queries } from '../../platform/db/database.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { getRunFacts, type RunKey } from '../find-run.ts'

/**
 * Says something about an indicator, or about one figure of it. Whoever may read that place may read it. Errors:
 * `evaluation.comment_blank`, `evaluation.figure_not_found`.
 */
export async function addComment(ctx: Ctx, key: RunKey, { node, subject, text }: CommentBody): Promise<void> {
  const body = text.trim()
  if (body === '') throw new AppError('evaluation.comment_blank')
  const { packId, year } = await getRunFacts(ctx.db, key)
  const place = await placeOf(ctx.db, key, node, subject)
  await ctx.db.run(
    `insert into evaluation_comments (county_code, comment_id, run_id, pack_id, year, node, subject, subject_name, body,
       written_by, writer_name, written_at, org_path)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      key.county,
      randomUUID(),
      key.run,
      packId,
      year,
      node,
      subject ?? '',
      place.name,
      body,
      ctx.actor.id,
      ctx.actor.name,
      ctx.now,
      place.path,
    ],
  )
  ctx.audit({
    action: 'evaluation.comment',
    subject: place.name === '' ? place.title : `${place.title} · ${place.name}`,
    detail: { run: key.run },
  })
}

interface Place {
  /** Where in the tree what is commented on belongs. */
  readonly path: string
  readonly title: string
  readonly name: string
}

/** An indicator as a whole belongs to the county; a figure to the unit it is about. */
async function placeOf(db: Queries, key: RunKey, node: string, subject: string | undefined): Promise<Place> {
  const [found] = await db.run<{ org_path: string; title: string | null; name: string | null }>(
    subject === undefined
      ? `select runs.org_path, content #>> '{trace,title}' as title, '' as name
         from evaluation_figures figures join evaluation_runs runs using (county_code, run_id)
         where county_code = $1 and run_id = $2 and node = $3 limit 1`
      : `select org_path, content #>> '{trace,title}' as title, content #>> '{trace,subject}' as name
         from evaluation_figures where county_code = $1 and run_id = $2 and node = $3 and subject = $4 limit 1`,
    subject === undefined ? [key.county, key.run, node] : [key.county, key.run, node, subject],
  )
  if (found === undefined)
    throw new AppError('evaluation.figure_not_found', { figure: subject === undefined ? node : `${node}@${subject}` })
  return { path: found.org_path, title: found.title ?? node, name: found.name ?? subject ?? '' }
}
