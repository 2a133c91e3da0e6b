import { randomUUID } from 'node:crypto'
import { areaPath } from '@eduduty/core/organizations'
import type { Caller } from '../../platform/ctx.ts'
import type { Door } from '../../platform/door.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { toAppError } from '../../platform/errors/to-app-error.ts'
import type { Keyring } from '../../platform/keys/keyring.ts'
import { assertReachesCounty } from '../county-reach.ts'
import { getMatchPack } from './find-match-pack.ts'
import { runMatches } from './run-matches.ts'

export interface MatchProgress {
  readonly runId: string
  readonly done: number
  readonly total: number
}

/** Under way in this program, by the database that they compare in. */
const underWay = new WeakMap<Door, Map<string, MatchProgress>>()

/** Runs that people have started, one at a time for each county. How far one is, is known only here. */
export class MatchRuns {
  readonly #door: Door
  readonly #keyring: Keyring
  readonly #running: Map<string, MatchProgress>

  constructor(door: Door, keyring: Keyring) {
    this.#door = door
    this.#keyring = keyring
    this.#running = underWay.get(door) ?? new Map<string, MatchProgress>()
    underWay.set(door, this.#running)
  }

  progressOf(county: string): MatchProgress | undefined {
    return this.#running.get(county)
  }

  /**
   * Starts one unless one is under way; it goes on without the page, until `ended`. Errors: `enrolment.whole_county`,
   * `enrolment.no_match_pack`, `enrolment.match_running`.
   */
  async start(caller: Caller, county: string, year: number): Promise<{ readonly ended: Promise<void> }> {
    assertReachesCounty(caller, county)
    if (this.#running.has(county)) throw new AppError('enrolment.match_running')
    const runId = randomUUID()
    this.#running.set(county, { runId, done: 0, total: 0 })
    try {
      const pack = await this.#door.write(caller, async (ctx) => {
        const found = await getMatchPack(ctx.db)
        await ctx.db.kysely
          .insertInto('enrolment_match_runs')
          .values({
            county_code: county,
            run_id: runId,
            org_path: areaPath(county),
            pack_id: found.pack.pack.id,
            pack_hash: found.hash,
            year,
            state: 'running',
            started_by: caller.actor.name,
            started_at: ctx.now,
          })
          .execute()
        ctx.audit({ action: 'enrolment.match', subject: found.pack.pack.title, detail: { year } })
        return found
      })
      return { ended: this.#run(caller, { county, year, pack, runId }) }
    } catch (cause) {
      this.#running.delete(county)
      throw cause
    }
  }

  async #run(caller: Caller, run: Pick<Parameters<typeof runMatches>[0], 'county' | 'year' | 'pack' | 'runId'>) {
    const report = (done: number, total: number): void =>
      void this.#running.set(run.county, { runId: run.runId, done, total })
    try {
      await runMatches({ ...run, door: this.#door, caller, keyring: this.#keyring, report })
      await this.#end(caller, run, 'done', '')
    } catch (cause) {
      const problem = toAppError(cause)
      await this.#end(caller, run, 'failed', `${problem.message}${problem.advice}`).catch(() => undefined)
    } finally {
      this.#running.delete(run.county)
    }
  }

  async #end(
    caller: Caller,
    { county, runId }: { readonly county: string; readonly runId: string },
    state: 'done' | 'failed',
    problem: string,
  ): Promise<void> {
    await this.#door.write(caller, (ctx) =>
      ctx.db.kysely
        .updateTable('enrolment_match_runs')
        .set({ state, problem, ended_at: ctx.now })
        .where('county_code', '=', county)
        .where('run_id', '=', runId)
        .execute(),
    )
  }
}
