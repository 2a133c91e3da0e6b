import type { VerifyReport, VerifyState } from '@eduduty/core/audit'
import { reachesCounty } from '@eduduty/core/organizations'
import { verifyLog } from '../platform/audit/verify-log.ts'
import type { Caller } from '../platform/ctx.ts'
import type { Door } from '../platform/door.ts'
import { toAppError } from '../platform/errors/to-app-error.ts'
import type { Keyring } from '../platform/keys/keyring.ts'

/** Small pages: on the embedded engine other requests get in between two of them. */
const pageRows = 500

export interface VerificationParts {
  readonly door: Door
  readonly keyring: Keyring
  readonly checkpointFile: string | undefined
  readonly clock: () => Date
}

/** Verifications that people have started, one at a time for each part of the tree; the last result is remembered. */
export class Verifications {
  readonly #parts: VerificationParts
  readonly #states = new Map<string, VerifyState>()

  constructor(parts: VerificationParts) {
    this.#parts = parts
  }

  stateFor(caller: Caller): VerifyState {
    return this.#states.get(keyOf(caller)) ?? { state: 'none', done: 0, total: 0 }
  }

  /** Starts one unless it is under way; it goes on without the page. */
  start(caller: Caller): VerifyState {
    const state = this.stateFor(caller)
    if (state.state === 'running') return state
    const started: VerifyState = {
      state: 'running',
      started_at: this.#parts.clock().toISOString(),
      done: 0,
      total: 0,
    }
    this.#states.set(keyOf(caller), started)
    void this.#run(caller, started)
    return started
  }

  async #run(caller: Caller, started: VerifyState): Promise<void> {
    const keep = (change: Partial<VerifyState>): void => {
      this.#states.set(keyOf(caller), { ...started, ...change })
    }
    try {
      const report = await this.#verify(caller, (done, total) => keep({ done, total }))
      const total = report.chains.reduce((sum, chain) => sum + chain.events, 0)
      await this.#record(caller, report, total)
      keep({ state: 'done', report, done: total, total })
    } catch (error) {
      const problem = toAppError(error)
      keep({ state: 'failed', problem: `${problem.message}${problem.advice}` })
      const subject = '全部审计链'
      // Nothing can be written either when the database or the sink is what failed.
      await this.#parts.door
        .record(caller, { action: 'audit.verify', subject, result: 'failed', reason: problem.message })
        .catch(() => undefined)
    }
  }

  #verify(caller: Caller, report: (done: number, total: number) => void): Promise<VerifyReport> {
    const { door, keyring, checkpointFile } = this.#parts
    const concerns = (county: string): boolean => reachesCounty(caller.scopes, county)
    return door.read(caller, ({ db }) =>
      verifyLog({ db, keyring, checkpoints: checkpointFile, concerns, pageRows, report }),
    )
  }

  #record(caller: Caller, report: VerifyReport, events: number): Promise<void> {
    const wrong = report.findings.filter((finding) => finding.severity === 'wrong').length + report.left_out
    return this.#parts.door.record(caller, {
      action: 'audit.verify',
      subject: report.chains.map((chain) => chain.county).join('、'),
      reason: wrong === 0 ? '没有发现改动' : `发现 ${wrong} 处问题`,
      detail: { chains: report.chains.length, events, wrong, checkpoints: report.checkpoints },
    })
  }
}

function keyOf(caller: Caller): string {
  return caller.scopes.toSorted().join(',')
}
