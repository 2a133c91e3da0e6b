import { setImmediate } from 'node:timers/promises'
import type { Finding } from '@eduduty/core/collection'
import { checkCountyInSteps, evaluationOf, type YearInput } from '@eduduty/core/consistency'
import type { Caller, Ctx } from '../../platform/ctx.ts'
import type { Door } from '../../platform/door.ts'
import type { ChosenSubmission } from '../collected/choose-submissions.ts'
import { readCollected } from '../collected/read-collected.ts'
import { getTaskPack, type TaskPack } from '../packs/task-pack.ts'
import { getPeriod, type PeriodKey } from '../periods/read-periods.ts'
import { type CheckedPlaces, readCheckedPlaces } from './checked-places.ts'

/** What the rules find between all units of a period. */
export interface CheckedPeriod {
  readonly pack: TaskPack
  readonly places: CheckedPlaces
  /** Forms of this period that were handed in. */
  readonly submissions: number
  /** Hard ones first. */
  readonly findings: readonly Finding[]
}

type Progress = (done: number, total: number) => void

/** Others have their turn after so much work. */
const TURN_MS = 25

/**
 * Every rule of the pack over what all units of a period have handed in: within forms, between forms, against the year
 * before, between departments, totals, and figures that stand out. What other periods collected is only compared with:
 * neither counted nor told of. Works in short turns, so that pages go on being
 * answered meanwhile. Errors: `collection.period_not_found`.
 */
export async function checkPeriod(
  door: Door,
  caller: Caller,
  key: PeriodKey,
  report: Progress = () => undefined,
): Promise<CheckedPeriod> {
  const { input, pack, places, handedIn } = await door.read(caller, (ctx) => readCheckable(ctx, key))
  const submissions = handedIn.length
  if (submissions === 0) return { pack, places, submissions, findings: [] }
  const isOfPeriod = makeIsOfPeriod(places, handedIn)
  const findings: Finding[] = []
  let turn = performance.now()
  for (const step of checkCountyInSteps(evaluationOf(input))) {
    findings.push(...step.findings.filter(isOfPeriod))
    if (performance.now() - turn < TURN_MS) continue
    report(step.done, step.total)
    await setImmediate()
    turn = performance.now()
  }
  return { pack, places, submissions, findings: findings.toSorted((a, b) => weight(a) - weight(b)) }
}

interface Checkable extends Pick<CheckedPeriod, 'pack' | 'places'> {
  readonly input: YearInput
  readonly handedIn: readonly ChosenSubmission[]
}

/** Whether somebody handed in the form here that the finding is of; one of a whole register needs one form of it. */
function makeIsOfPeriod(places: CheckedPlaces, handedIn: readonly ChosenSubmission[]) {
  const tasks = new Set(handedIn.map(({ task_id }) => task_id))
  const registers = new Set(handedIn.map(({ register }) => register))
  return ({ register, unit = '' }: Finding): boolean => {
    if (register === undefined) return true
    const task = places.taskOf(register, unit)
    if (task !== undefined) return tasks.has(task)
    return registers.has(register) && !places.isElsewhere(register, unit)
  }
}

async function readCheckable(ctx: Ctx, key: PeriodKey): Promise<Checkable> {
  const period = await getPeriod(ctx, key)
  const { county_code: county, year } = period
  const pack = await getTaskPack(ctx.db, { packId: period.pack_id, hash: period.pack_hash })
  const { rows, submissions } = await readCollected(ctx.db, { county, pack, year, kind: 'submitted' })
  const places = await readCheckedPlaces(ctx.db, key)
  return {
    input: { plan: pack.plan(), year, rows, county: { code: county, name: '全县' } },
    pack,
    places,
    handedIn: submissions.filter(({ task_id }) => task_id !== null && places.tasks.has(task_id)),
  }
}

const weights: Readonly<Record<string, number>> = { hard_check: 0, soft_check: 1, outlier: 2, repeated_form: 2 }
const weight = ({ code }: Finding): number => weights[code] ?? 3
