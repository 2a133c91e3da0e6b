import type { CountyCheckRun, CountyFinding } from '@eduduty/core/collection'
import type { Caller } from '../../platform/ctx.ts'
import type { Door } from '../../platform/door.ts'
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

interface Kept {
  readonly run: CountyCheckRun
  /** All of them, also those that the page is not given. */
  readonly findings: readonly CountyFinding[]
}

const nothing: CountyCheckRun = { state: 'none', done: 0, total: 0, submissions: 0, hard: 0, soft: 0, findings: [] }

/** County checks that people have started, one at a time for each period and each part of the tree; the last result is kept. */
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
    return this.#kept.get(nameOf(caller, key))?.run ?? nothing
  }

  /** Starts one unless it is under way; it goes on without the page. Errors: `collection.period_not_found`. */
  async start(caller: Caller, key: PeriodKey): Promise<CountyCheckRun> {
    const title = await this.#title(caller, key)
    const now = this.#kept.get(nameOf(caller, key))?.run
    if (now?.state === 'running') return now
    const started: CountyCheckRun = {
      ...nothing,
      state: 'running',
      started_at: this.#clock().toISOString(),
      started_by: caller.actor.name,
    }
    this.#keep(nameOf(caller, key), { run: started, findings: [] })
    void this.#run(caller, key, started, title)
    return started
  }

  /** Everything that was found last; undefined where nothing was checked. Errors: `collection.period_not_found`. */
  async resultFor(caller: Caller, key: PeriodKey): Promise<(Kept & { readonly title: string }) | undefined> {
    const title = await this.#title(caller, key)
    const kept = this.#kept.get(nameOf(caller, key))
    return kept?.run.state === 'done' ? { ...kept, title } : undefined
  }

  async #run(caller: Caller, key: PeriodKey, started: CountyCheckRun, title: string): Promise<void> {
    const name = nameOf(caller, key)
    try {
      const report = (done: number, total: number) =>
        this.#keep(name, { run: { ...started, done, total }, findings: [] })
      const checked = await checkPeriod(this.#door, caller, key, report)
      const findings = presentFindings(checked)
      const count = (level: CountyFinding['level']) => findings.filter((one) => one.level === level).length
      const { submissions } = checked
      const counts = { submissions, hard: count('hard'), soft: count('soft') }
      await this.#door.record(caller, { action: 'collection.check_county', subject: title, detail: counts })
      const total = (checked.pack.pack.checks?.length ?? 0) + 1
      const run = { ...started, state: 'done' as const, done: total, total, ...counts }
      this.#keep(name, { run: { ...run, findings: findings.slice(0, LISTED) }, findings: findings.slice(0, KEPT) })
    } catch (error) {
      const problem = toAppError(error)
      const run = { ...started, state: 'failed' as const, problem: `${problem.message}${problem.advice}` }
      this.#keep(name, { run, findings: [] })
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

/** What somebody sees of a check ends where their reach ends. */
const nameOf = ({ scopes }: Caller, { county, periodId }: PeriodKey): string =>
  [county, periodId, ...scopes.toSorted()].join(' ')
