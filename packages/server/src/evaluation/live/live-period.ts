import {
  type ChangeEntry,
  countyChanges,
  diffRows,
  type LiveAnswer,
  liveLights,
  MOST_LIVE_CHANGES,
  recompute,
  type StandingCounty,
  standCounty,
} from '@eduduty/core/evaluation'
import { getPeriod, type PeriodKey } from '../../collection/index.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { inputOf, readSnapshot } from '../assess-collected.ts'

/** So many steps are kept, for pages that ask a little later than others. */
const KEPT_STEPS = 30

interface Step {
  readonly from: string
  readonly to: string
  readonly changes: readonly ChangeEntry[]
}

/** What a period's county has collected so far, evaluated and kept up to date cell by cell. */
export class LivePeriod {
  private readonly key: PeriodKey
  private readonly clock: () => Date
  private standing: StandingCounty | undefined
  private stamp = ''
  private at = new Date(0)
  private steps: readonly Step[] = []
  private turn: Promise<void> = Promise.resolve()

  constructor(key: PeriodKey, clock: () => Date) {
    this.key = key
    this.clock = clock
  }

  /** Brings the county up to date, one caller at a time; gives the mark of the data it stands on. */
  async refresh(ctx: Ctx): Promise<string> {
    // One that failed does not keep the next one from trying.
    this.turn = this.turn.catch(() => undefined).then(() => this.catchUp(ctx))
    await this.turn
    return this.stamp
  }

  answer(since: string | undefined): LiveAnswer {
    if (this.standing === undefined) throw new Error('a live period is asked before it was refreshed')
    const known = since === this.stamp || this.steps.some(({ from }) => from === since)
    const first = this.steps.findIndex(({ from }) => from === since)
    const changes = first === -1 ? [] : this.steps.slice(first).flatMap((step) => step.changes)
    return {
      stamp: this.stamp,
      at: this.at.toISOString(),
      ...liveLights(this.standing.county.evaluation),
      changes: changes.slice(-MOST_LIVE_CHANGES),
      change_count: changes.length,
      is_new: !known,
    }
  }

  private async catchUp(ctx: Ctx): Promise<void> {
    const stamp = await readStamp(ctx, this.key)
    if (this.standing !== undefined && stamp === this.stamp) return
    const period = await getPeriod(ctx, this.key)
    const { pack_id: packId, pack_hash: packHash, year } = period
    const snapshot = await readSnapshot(ctx, { county: this.key.county, packId, packHash, year, kind: 'preview' })
    const { plan, collected } = snapshot
    const former = this.standing
    if (former === undefined || former.input.plan !== plan) {
      this.standing = standCounty(inputOf(snapshot))
      this.steps = []
    } else {
      const edits = diffRows(plan, former.input.rows, collected.rows)
      const { standing, reach } = recompute(former, { edits })
      const changes = countyChanges(former.county.evaluation, standing.county.evaluation, reach)
      this.standing = standing
      this.steps = [...this.steps, { from: this.stamp, to: stamp, changes }].slice(-KEPT_STEPS)
    }
    this.stamp = stamp
    this.at = this.clock()
  }
}

/** A mark that changes whenever a row of the county's tasks does, or another version begins to count. */
async function readStamp({ db }: Ctx, { county }: PeriodKey): Promise<string> {
  const [row] = await db.run<{ stamp: string | null }>(
    `select md5(string_agg(concat_ws(' ', task_id, submission_id, state, rows_changed_at), ',' order by task_id)) as stamp
     from collection_tasks where county_code = $1`,
    [county],
  )
  return row?.stamp ?? 'none'
}
