import type { CountyCheckFindings, CountyCheckResult, CountyCheckRun, CountyFinding } from '@eduduty/core/collection'
import type { Caller } from '../../platform/ctx.ts'
import type { Door } from '../../platform/door.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { toAppError } from '../../platform/errors/to-app-error.ts'
import { getPeriod, type PeriodKey } from '../periods/read-periods.ts'
import { checkPeriod } from './check-period.ts'
import { presentFindings } from './present-finding.ts'

/** Findings that a page is given at once. */
const LISTED = 5_000
/** Findings that are kept for the workbook. */
const KEPT = 50_000
/** Results of other periods and other parts of the tree than these last ones are forgotten. */
const REMEMBERED = 8

/** The last check that was done; a later one that fails leaves it as it is. */
interface Done {
  readonly title: string
  readonly result: CountyCheckResult
  /** All that are kept, also those that the page is not given. */
  readonly findings: readonly CountyFinding[]
}

interface Kept {
  readonly run: CountyCheckRun
  readonly last?: Done | undefined
}

/** Which of the findings are wanted; all where nothing is said. */
export interface WantedFindings {
  readonly check?: string | undefined
}

const nothing: CountyCheckRun = { state: 'none', done: 0, total: 0 }

/**
 * County checks that people have started, one at a time for each period and each part of the tree. The result of the
 * last one that was done is kept until the next one is done.
 */
export class CountyCheckRuns {
  readonly #door: Door
  readonly #clock: () => Date
  readonly #kept = new Map<string, Kept>()

  constructor(door: Door, clock: () => Date) {
    this.#door = door
    this.#clock = clock
  }

  /** Errors: `collection.period_not_found`. */
  async stateFor(caller: Caller, key: PeriodKey): Promise<CountyCheckRun> {
    await this.#title(caller, key)
    return shown(this.#kept.get(runName(caller, key)))
  }

  /** Starts one unless it is under way; it goes on without the page. Errors: `collection.period_not_found`. */
  async start(caller: Caller, key: PeriodKey): Promise<CountyCheckRun> {
    const title = await this.#title(caller, key)
    const name = runName(caller, key)
    const before = this.#kept.get(name)
    if (before?.run.state === 'running') return shown(before)
    const run = {
      ...nothing,
      state: 'running' as const,
      started_at: this.#clock().toISOString(),
      started_by: caller.actor.name,
    }
    this.#keep(name, { run, last: before?.last })
    void this.#run(caller, key, run, title)
    return shown(this.#kept.get(name))
  }

  /** What was found last, of it what is wanted. Errors: `collection.period_not_found`, `collection.not_checked`. */
  async findingsFor(caller: Caller, key: PeriodKey, { check }: WantedFindings): Promise<CountyCheckFindings> {
    const { result, findings } = await this.resultFor(caller, key)
    const wanted = check === undefined ? findings : findings.filter((one) => one.check === check)
    return { ...result, listed_of: wanted.length, findings: wanted.slice(0, LISTED) }
  }

  /** Everything that was found last. Errors: `collection.period_not_found`, `collection.not_checked`. */
  async resultFor(caller: Caller, key: PeriodKey): Promise<Done> {
    await this.#title(caller, key)
    const last = this.#kept.get(runName(caller, key))?.last
    if (last === undefined) throw new AppError('collection.not_checked', {})
    return last
  }

  async #run(caller: Caller, key: PeriodKey, started: Started, title: string): Promise<void> {
    const name = runName(caller, key)
    const last = this.#kept.get(name)?.last
    try {
      const report = (done: number, total: number) => this.#keep(name, { run: { ...started, done, total }, last })
      const checked = await checkPeriod(this.#door, caller, key, report)
      const findings = presentFindings(checked)
      const { submissions } = checked
      const count = (level: CountyFinding['level']) => findings.filter((one) => one.level === level).length
      const counts = { submissions, hard: count('hard'), soft: count('soft') }
      await this.#door.record(caller, { action: 'collection.check_county', subject: title, detail: counts })
      const total = (checked.pack.pack.checks?.length ?? 0) + 1
      const { started_at, started_by } = started
      this.#keep(name, {
        run: { ...started, state: 'done', done: total, total },
        last: {
          title,
          result: { started_at, started_by, ...counts, notes: count('note') },
          findings: findings.slice(0, KEPT),
        },
      })
    } catch (error) {
      const problem = toAppError(error)
      this.#keep(name, { run: { ...started, state: 'failed', problem: `${problem.message}${problem.advice}` }, last })
    }
  }

  #keep(name: string, kept: Kept): void {
    this.#kept.delete(name)
    this.#kept.set(name, kept)
    for (const [old, { run }] of this.#kept)
      if (this.#kept.size > REMEMBERED && run.state !== 'running') this.#kept.delete(old)
  }

  async #title(caller: Caller, key: PeriodKey): Promise<string> {
    return (await this.#door.read(caller, (ctx) => getPeriod(ctx, key))).title
  }
}

type Started = CountyCheckRun & Pick<CountyCheckResult, 'started_at' | 'started_by'>

const shown = (kept: Kept | undefined): CountyCheckRun => {
  if (kept === undefined) return nothing
  return { ...kept.run, ...(kept.last !== undefined && { result: kept.last.result }) }
}

/** What somebody sees of a check ends where their reach ends. */
const runName = ({ scopes }: Caller, { county, periodId }: PeriodKey): string =>
  [county, periodId, ...scopes.toSorted()].join(' ')
