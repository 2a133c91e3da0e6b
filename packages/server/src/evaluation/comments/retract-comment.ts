import { randomUUID } from 'node:crypto'
import type { Ctx } from '../../platform/ctx.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import type { RunKey } from '../find-run.ts'

interface Said {
  readonly written_by: string
  readonly is_retracted: boolean
}

/**
 * Takes a comment back: its words are shown no longer, that it stood there is. Only whoever wrote it may. Errors:
 * `evaluation.comment_not_found`, `evaluation.comment_not_yours`, `evaluation.comment_retracted`.
 */
export async function retractComment(ctx: Ctx, { county }: RunKey, comment: string): Promise<void> {
  const [said] = await ctx.db.run<Said>(
    `select written_by, exists (select from evaluation_comments back
       where back.county_code = said.county_code and back.retracts = said.comment_id) as is_retracted
     from evaluation_comments said where county_code = $1 and comment_id = $2 and retracts is null`,
    [county, comment],
  )
  if (said === undefined) throw new AppError('evaluation.comment_not_found')
  if (said.written_by !== ctx.actor.id) throw new AppError('evaluation.comment_not_yours')
  if (said.is_retracted) throw new AppError('evaluation.comment_retracted')
  // Two clicks at once: the second one finds it done.
  const kept = await ctx.db.run<{ node: string; subject_name: string }>(
    `insert into evaluation_comments (county_code, comment_id, run_id, pack_id, year, node, subject, subject_name, body,
       retracts, written_by, writer_name, written_at, org_path)
     select county_code, $3, run_id, pack_id, year, node, subject, subject_name, '', comment_id, $4, $5, $6, org_path
     from evaluation_comments where county_code = $1 and comment_id = $2
     on conflict (county_code, retracts) where retracts is not null do nothing returning node, subject_name`,
    [county, comment, randomUUID(), ctx.actor.id, ctx.actor.name, ctx.now],
  )
  const [back] = kept
  if (back === undefined) throw new AppError('evaluation.comment_retracted')
  ctx.audit({
    action: 'evaluation.retract_comment',
    subject: back.subject_name === '' ? back.node : `${back.node} · ${back.subject_name}`,
  })
}
