import { setImmediate } from 'node:timers/promises'
import type { Finding } from '@eduduty/core/collection'
import { checkCountyInSteps, evaluationOf, type YearInput } from '@eduduty/core/consistency'
import type { Caller, Ctx } from '../../platform/ctx.ts'
import type { Door } from '../../platform/door.ts'
import { readCollected } from '../collected/read-collected.ts'
import { getTaskPack, type TaskPack } from '../packs/task-pack.ts'
import { getPeriod, type PeriodKey } from '../periods/read-periods.ts'
import { type CheckedPlaces, readCheckedPlaces } from './checked-places.ts'

/** What the rules find between all units of a period. */
export interface CheckedPeriod {
  readonly pack: TaskPack
  readonly places: CheckedPlaces
  readonly submissions: number
  /** Hard ones first. */
  readonly findings: readonly Finding[]
}

type Progress = (done: number, total: number) => void

/** Others have their turn after so much work. */
const TURN_MS = 25

/**
 * Every rule of the pack over what all units of a period have handed in: within forms, between forms, against the year
 * before, between departments, totals, and figures that stand out. Works in short turns, so that pages go on being
 * answered meanwhile. Errors: `collection.period_not_found`.
 */
export async function checkPeriod(
  door: Door,
  caller: Caller,
  key: PeriodKey,
  report: Progress = () => undefined,
): Promise<CheckedPeriod> {
  const { input, pack, places, submissions } = await door.read(caller, (ctx) => readCheckable(ctx, key))
  const findings: Finding[] = []
  let turn = performance.now()
  for (const step of checkCountyInSteps(evaluationOf(input))) {
    findings.push(...step.findings)
    if (performance.now() - turn < TURN_MS) continue
    report(step.done, step.total)
    await setImmediate()
    turn = performance.now()
  }
  return { pack, places, submissions, findings: findings.toSorted((a, b) => weight(a) - weight(b)) }
}

interface Checkable extends Omit<CheckedPeriod, 'findings'> {
  readonly input: YearInput
}

async function readCheckable(ctx: Ctx, key: PeriodKey): Promise<Checkable> {
  const period = await getPeriod(ctx, key)
  const { county_code: county, year } = period
  const pack = await getTaskPack(ctx.db, { packId: period.pack_id, hash: period.pack_hash })
  const { rows, submissions } = await readCollected(ctx.db, { county, pack, year, kind: 'submitted' })
  return {
    input: { plan: pack.plan(), year, rows, county: { code: county, name: '全县' } },
    pack,
    places: await readCheckedPlaces(ctx.db, key),
    submissions: submissions.filter(({ task_id }) => task_id !== null).length,
  }
}

const weights: Readonly<Record<string, number>> = { hard_check: 0, soft_check: 1, outlier: 2, repeated_form: 2 }
const weight = ({ code }: Finding): number => weights[code] ?? 3
