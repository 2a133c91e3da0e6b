import type { CountyCheckFindings, CountyCheckRun, CountyFinding } from '@eduduty/core/collection'
import type { Caller } from '../../platform/ctx.ts'
import type { Door } from '../../platform/door.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { toAppError } from '../../platform/errors/to-app-error.ts'
import { getPeriod, type PeriodKey } from '../periods/read-periods.ts'
import { checkPeriod } from './check-period.ts'
import { keepCountyCheck } from './keep-county-check.ts'
import { presentFindings } from './present-finding.ts'
import {
  countCountyFindings,
  eachCountyFinding,
  findCountyCheck,
  type KeptCheck,
  reachOf,
  readCountyFindings,
} from './read-county-check.ts'

/** Findings that a page is given at once. */
const LISTED = 5_000
/** How far checks of other periods and other parts of the tree than these last ones came is forgotten; results stay. */
const REMEMBERED = 8

/** Which of the findings are wanted; all where nothing is said. */
export interface WantedFindings {
  readonly check?: string | undefined
}

/** Everything that was found last, to be read finding by finding. */
export interface WholeResult {
  readonly title: string
  readonly count: number
  readonly findings: AsyncIterable<CountyFinding>
}

const nothing: CountyCheckRun = { state: 'none', done: 0, total: 0 }

/**
 * County checks that people have started, one at a time for each period and each part of the tree. The result of the
 * last one that was done is kept in the database until the next one is done; how far one is, only here.
 */
export class CountyCheckRuns {
  readonly #door: Door
  readonly #clock: () => Date
  readonly #runs = new Map<string, CountyCheckRun>()

  constructor(door: Door, clock: () => Date) {
    this.#door = door
    this.#clock = clock
  }

  /** Errors: `collection.period_not_found`. */
  async stateFor(caller: Caller, key: PeriodKey): Promise<CountyCheckRun> {
    await this.#title(caller, key)
    // Before what is kept: a check that is done by now has kept its result.
    const run = this.#runs.get(runName(caller, key))
    const kept = await this.#kept(caller, key)
    if (kept === undefined) return run ?? nothing
    const { started_at, started_by } = kept.result
    return { ...(run ?? { ...nothing, state: 'done', started_at, started_by }), result: kept.result }
  }

  /** Starts one unless it is under way; it goes on without the page. Errors: `collection.period_not_found`. */
  async start(caller: Caller, key: PeriodKey): Promise<CountyCheckRun> {
    await this.#title(caller, key)
    const name = runName(caller, key)
    if (this.#runs.get(name)?.state !== 'running') {
      const started = {
        ...nothing,
        state: 'running' as const,
        started_at: this.#clock().toISOString(),
        started_by: caller.actor.name,
      }
      this.#note(name, started)
      void this.#run(caller, key, started)
    }
    return this.stateFor(caller, key)
  }

  /** What was found last, of it what is wanted. Errors: `collection.period_not_found`, `collection.not_checked`. */
  async findingsFor(caller: Caller, key: PeriodKey, { check }: WantedFindings): Promise<CountyCheckFindings> {
    const { runId, result } = await this.#last(caller, key)
    const { county } = key
    return this.#door.read(caller, async (ctx) => ({
      ...result,
      listed_of: await countCountyFindings(ctx, county, runId, check),
      findings: await readCountyFindings(ctx, county, runId, { check, limit: LISTED }),
    }))
  }

  /** Errors: `collection.period_not_found`, `collection.not_checked`. */
  async resultFor(caller: Caller, key: PeriodKey): Promise<WholeResult> {
    const title = await this.#title(caller, key)
    const { runId } = await this.#last(caller, key)
    const count = await this.#door.read(caller, (ctx) => countCountyFindings(ctx, key.county, runId, undefined))
    return { title, count, findings: eachCountyFinding(this.#door, caller, key.county, runId) }
  }

  async #last(caller: Caller, key: PeriodKey): Promise<KeptCheck> {
    await this.#title(caller, key)
    const kept = await this.#kept(caller, key)
    if (kept === undefined) throw new AppError('collection.not_checked', {})
    return kept
  }

  #kept(caller: Caller, key: PeriodKey): Promise<KeptCheck | undefined> {
    return this.#door.read(caller, (ctx) => findCountyCheck(ctx, key))
  }

  async #run(caller: Caller, key: PeriodKey, started: Started): Promise<void> {
    const name = runName(caller, key)
    try {
      const report = (done: number, total: number) => this.#note(name, { ...started, done, total })
      const checked = await checkPeriod(this.#door, caller, key, report)
      const findings = presentFindings(checked)
      const count = (level: CountyFinding['level']) => findings.filter((one) => one.level === level).length
      const { started_at, started_by } = started
      const counts = { hard: count('hard'), soft: count('soft'), notes: count('note') }
      const result = { started_at, started_by, submissions: checked.submissions, ...counts }
      await keepCountyCheck(this.#door, caller, key, { reach: reachOf(caller), result, findings })
      const total = (checked.pack.pack.checks?.length ?? 0) + 1
      this.#note(name, { ...started, state: 'done', done: total, total })
    } catch (error) {
      const problem = toAppError(error)
      this.#note(name, { ...started, state: 'failed', problem: `${problem.message}${problem.advice}` })
    }
  }

  #note(name: string, run: CountyCheckRun): void {
    this.#runs.delete(name)
    this.#runs.set(name, run)
    for (const [old, { state }] of this.#runs)
      if (this.#runs.size > REMEMBERED && state !== 'running') this.#runs.delete(old)
  }

  async #title(caller: Caller, key: PeriodKey): Promise<string> {
    return (await this.#door.read(caller, (ctx) => getPeriod(ctx, key))).title
  }
}

type Started = CountyCheckRun & Required<Pick<CountyCheckRun, 'started_at' | 'started_by'>>

const runName = (caller: Caller, { county, periodId }: PeriodKey): string =>
  [county, periodId, reachOf(caller)].join(' ')
