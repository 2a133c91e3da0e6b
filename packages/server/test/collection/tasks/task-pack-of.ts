import { makeTaskPack, type TaskPack } from '../../../src/collection/packs/task-pack.ts'
import { loadPack } from './collecting-county.ts'

/** A pack of the program as tasks use it. */
export async function loadTaskPack(id?: string): Promise<TaskPack> {
  const { pack, hash } = await loadPack(id)
  return makeTaskPack(pack, hash)
}
