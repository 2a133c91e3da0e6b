import type { Ctx } from './ctx.ts'
import type { Door } from './door.ts'

/** Ends a transaction in which nothing is to stay. */
class OnlyTried extends Error {}

/** The same door, but whatever is written through it is undone at the end: for finding out what would happen. */
export function tryingDoor(door: Door): Door {
  return {
    read: door.read,
    async write<T>(caller: Parameters<Door['write']>[0], work: (ctx: Ctx) => Promise<T>): Promise<T> {
      const done: { readonly result: T }[] = []
      try {
        await door.write(caller, async (ctx) => {
          done.push({ result: await work(ctx) })
          throw new OnlyTried()
        })
      } catch (error) {
        if (!(error instanceof OnlyTried)) throw error
      }
      const [first] = done
      if (first === undefined) throw new Error('a trial ended without a result')
      return first.result
    },
    async record() {},
  }
}
