import { AppError } from '../../errors/app-error.ts'
import type { Engine } from './engine.ts'

/** Gives the engine of a folder; after one was lost (a runaway statement, a failing disk) it starts another. */
export interface EngineKeeper {
  /** Errors: what starting anew was refused with; `database.lost`. */
  current(): Promise<Engine>
  /** Ends an engine whose files are no longer as it believes; the next caller gets another. */
  replace(engine: Engine): void
  close(): Promise<void>
}

/** A disk that refuses is not asked more often than this. */
const pauseBetweenStarts = 1_000

/** An engine that is never replaced: in memory, a new one would be empty. */
export function onlyEngine(engine: Engine): EngineKeeper {
  return { current: async () => engine, replace: () => undefined, close: () => engine.close() }
}

/** `start` opens the same folder again; recovery there brings back everything that was acknowledged. */
export function keepEngine(first: Engine, start: () => Promise<Engine>): EngineKeeper {
  let engine = first
  let starting: Promise<Engine> | undefined
  let lastStart = Number.NEGATIVE_INFINITY
  const restart = async (): Promise<Engine> => {
    lastStart = performance.now()
    await engine.ended()
    engine = await start()
    return engine
  }
  return {
    async current() {
      if (engine.isRunning()) return engine
      if (starting === undefined) {
        if (performance.now() - lastStart < pauseBetweenStarts) throw new AppError('database.restarting')
        starting = restart().finally(() => {
          starting = undefined
        })
      }
      return starting
    },
    replace: (faulty) => faulty.kill(new AppError('database.lost', { reason: '读写文件出错' })),
    async close() {
      await starting?.catch(() => undefined)
      if (engine.isRunning()) await engine.close()
    },
  }
}
