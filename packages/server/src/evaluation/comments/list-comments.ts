import type { CommentEntry } from '@eduduty/core/evaluation'
import type { Ctx } from '../../platform/ctx.ts'
import { getRunFacts, type RunKey } from '../find-run.ts'

interface CommentRow {
  readonly comment_id: string
  readonly run_id: string
  readonly year: number
  readonly node: string
  readonly subject: string
  readonly subject_name: string
  readonly body: string
  readonly written_by: string
  readonly writer_name: string
  readonly written_at: string
  readonly retracted_at: string | null
}

const MOST = 200

/** Comments of the run's county and pack on one node, of whichever run they were written at, newest first. */
export async function listComments(ctx: Ctx, key: RunKey, node: string): Promise<CommentEntry[]> {
  const { packId } = await getRunFacts(ctx.db, key)
  const rows = await ctx.db.run<CommentRow>(
    `select said.comment_id, said.run_id, said.year, said.node, said.subject, said.subject_name, said.body,
       said.written_by, said.writer_name, said.written_at, back.written_at as retracted_at
     from evaluation_comments said left join evaluation_comments back
       on back.county_code = said.county_code and back.retracts = said.comment_id
     where said.county_code = $1 and said.pack_id = $2 and said.node = $3 and said.retracts is null
     order by said.written_at desc, said.comment_id limit ${MOST}`,
    [key.county, packId, node],
  )
  return rows.map((row) => presentComment(row, ctx.actor.id))
}

function presentComment(row: CommentRow, reader: string): CommentEntry {
  return {
    id: row.comment_id,
    run: row.run_id,
    year: row.year,
    node: row.node,
    ...(row.subject !== '' && { subject: row.subject, subject_name: row.subject_name }),
    text: row.retracted_at === null ? row.body : '',
    by: row.writer_name,
    at: row.written_at,
    mine: row.written_by === reader,
    ...(row.retracted_at !== null && { retracted_at: row.retracted_at }),
  }
}
