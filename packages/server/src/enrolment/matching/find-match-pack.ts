import { getTaskPack, makeTaskPack, type TaskPack } from '../../collection/index.ts'
import { packsFolder, readPack } from '../../packs/index.ts'
import type { Queries } from '../../platform/db/database.ts'
import { AppError } from '../../platform/errors/app-error.ts'

const SHIPPED = 'dropout-control'

/**
 * The newest installed pack that says which registers are compared; where only the tables of the shipped one are there,
 * that one. Errors: `enrolment.no_match_pack`.
 */
export async function getMatchPack(db: Queries): Promise<TaskPack> {
  const pack = await findMatchPack(db)
  if (pack === undefined) throw new AppError('enrolment.no_match_pack')
  return pack
}

/** The same; undefined where there is none. */
export async function findMatchPack(db: Queries): Promise<TaskPack | undefined> {
  const [found] = await db.run<{ pack_id: string; content_hash: string }>(
    `select pack_id, content_hash from packs_installed
     where jsonb_array_length(coalesce(content->'matches', '[]'::jsonb)) > 0
     order by installed_at desc, content_hash limit 1`,
  )
  if (found !== undefined) return getTaskPack(db, { packId: found.pack_id, hash: found.content_hash })
  const tables = await db.run('select 1 from packs_register_tables where pack_id = $1 limit 1', [SHIPPED])
  return tables.length === 0 ? undefined : shippedPack()
}

let shipped: Promise<TaskPack> | undefined

function shippedPack(): Promise<TaskPack> {
  shipped ??= readPack(SHIPPED, packsFolder()).then(({ loaded }) => {
    if (loaded === undefined) throw new AppError('enrolment.no_match_pack')
    return makeTaskPack(loaded.pack, loaded.hash)
  })
  return shipped
}
