import type { Ctx } from '../../platform/ctx.ts'
import type { RunKey } from '../find-run.ts'
import { type StandingRun, standRun } from './stand-run.ts'

/** So many counties are kept ready at once. */
const KEPT = 3
/** After so long the data are read anew, in milliseconds. */
const FRESH = 10 * 60 * 1000

interface Kept {
  readonly made: Promise<StandingRun>
  readonly since: number
}

/**
 * Counties kept ready while people try things out: made when first asked for. Who reaches other rows gets a county of
 * their own, so that nobody is told of rows beyond their reach.
 */
export class StandingRuns {
  private readonly kept = new Map<string, Kept>()

  get(ctx: Ctx, key: RunKey): Promise<StandingRun> {
    const slot = JSON.stringify([key.county, key.run, ctx.scopes])
    const now = ctx.now.getTime()
    const found = this.kept.get(slot)
    this.kept.delete(slot)
    const kept = found !== undefined && now - found.since < FRESH ? found : { made: standRun(ctx, key), since: now }
    this.kept.set(slot, kept)
    // What failed is tried again when it is asked for again.
    kept.made.catch(() => this.kept.get(slot) === kept && this.kept.delete(slot))
    const [oldest] = this.kept.keys()
    if (this.kept.size > KEPT && oldest !== undefined) this.kept.delete(oldest)
    return kept.made
  }
}
