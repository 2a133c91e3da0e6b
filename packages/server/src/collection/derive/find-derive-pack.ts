import { derivationsOf } from '@eduduty/core/packs'
import type { Ctx } from '../../platform/ctx.ts'
import { getTaskPack, type TaskPack } from '../packs/task-pack.ts'
import type { Task } from '../tasks/get-task.ts'

/**
 * The pack that says which columns of a task follow from rosters: the task's own, else the newest installed one that
 * uses it, for rosters are often another pack's. Undefined where nobody says so.
 */
export async function findDerivePack({ db }: Pick<Ctx, 'db'>, { row, pack }: Task): Promise<TaskPack | undefined> {
  if (derivationsOf(pack.pack, row.register).length > 0) return pack
  const home = pack.register(row.register).home ?? pack.pack.pack.id
  const [found] = await db.run<{ pack_id: string; content_hash: string }>(
    `select pack_id, content_hash from packs_installed
     where content->'pack'->'uses' @> to_jsonb($1::text)
       and content->'derive' @> jsonb_build_array(jsonb_build_object('register', $2::text))
     order by installed_at desc, content_hash limit 1`,
    [home, row.register],
  )
  return found && getTaskPack(db, { packId: found.pack_id, hash: found.content_hash })
}
