import { getTaskPack, type TaskPack } from '../../collection/index.ts'
import type { Queries } from '../../platform/db/database.ts'
import { AppError } from '../../platform/errors/app-error.ts'

/** The newest installed pack that says which registers are compared. Errors: `enrolment.no_match_pack`. */
export async function getMatchPack(db: Queries): Promise<TaskPack> {
  const [found] = await db.run<{ pack_id: string; content_hash: string }>(
    `select pack_id, content_hash from packs_installed
     where jsonb_array_length(coalesce(content->'matches', '[]'::jsonb)) > 0
     order by installed_at desc, content_hash limit 1`,
  )
  if (found === undefined) throw new AppError('enrolment.no_match_pack')
  return getTaskPack(db, { packId: found.pack_id, hash: found.content_hash })
}
