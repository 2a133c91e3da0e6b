import type { CountyFacade } from '@eduduty/core/evaluation'
import { openRun, type RunKey } from '../../evaluation/index.ts'
import type { Door } from '../../platform/door.ts'
import { readerOfRun } from './read-as-run.ts'

/** So many runs are kept ready at once. */
const KEPT = 2
/** After so long a run is computed anew, in milliseconds. */
const FRESH = 10 * 60 * 1000

interface Kept {
  readonly made: Promise<CountyFacade>
  readonly since: number
}

/**
 * Kept runs computed once more and then kept ready, since whoever writes asks the same one again and again. All get the
 * same one: what a run says does not depend on who asks, and who may ask was decided before.
 */
export class EvaluatedRuns {
  private readonly door: Door
  private readonly kept = new Map<string, Kept>()

  constructor(door: Door) {
    this.door = door
  }

  /** `unit`: the run has to be one of this unit or of one above it. Errors: as openRun. */
  async evaluate(key: RunKey, unit?: string): Promise<CountyFacade> {
    const reader = await readerOfRun(this.door, key, unit)
    const slot = JSON.stringify([key.county, key.run])
    return this.door.read(reader, (ctx) => {
      const now = ctx.now.getTime()
      const found = this.kept.get(slot)
      const isFresh = found !== undefined && now - found.since < FRESH
      const made = isFresh ? found.made : openRun(ctx, key).then((run) => run.evaluate())
      this.keep(slot, { made, since: isFresh ? found.since : now })
      return made
    })
  }

  private keep(slot: string, one: Kept): void {
    this.kept.delete(slot)
    this.kept.set(slot, one)
    // What failed is tried again when it is asked for again.
    one.made.catch(() => this.kept.get(slot)?.made === one.made && this.kept.delete(slot))
    const [oldest] = this.kept.keys()
    if (this.kept.size > KEPT && oldest !== undefined) this.kept.delete(oldest)
  }
}
