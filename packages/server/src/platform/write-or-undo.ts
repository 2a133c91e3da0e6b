import type { Caller, Ctx } from './ctx.ts'
import type { Door } from './door.ts'

/** Does `work` for real and takes it back when `undo` says so: a preview that cannot differ from the deed. */
export async function writeOrUndo<T>(
  door: Door,
  caller: Caller,
  work: (ctx: Ctx) => Promise<T>,
  undo: (result: T) => boolean,
): Promise<T> {
  const results: T[] = []
  const undone = new Error('taken back on purpose')
  try {
    return await door.write(caller, async (ctx) => {
      const result = await work(ctx)
      results.push(result)
      if (undo(result)) throw undone
      return result
    })
  } catch (error) {
    const [result] = results
    if (error !== undone || result === undefined) throw error
    return result
  }
}
