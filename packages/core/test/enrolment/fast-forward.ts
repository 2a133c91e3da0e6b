import { makeWorkingCalendar, type WorkingCalendar, type WorkingYear } from '@eduduty/core/calendar'
import { type Clock, type ClockEvent, clockOf, type Firing, sweepClock } from '@eduduty/core/clocks'
import { applied, type CaseState, caseOf, decideStep } from '@eduduty/core/enrolment'
import type { Casework, CaseworkStep, ClockRule } from '@eduduty/core/packs'
import { dayNumberOf, type RealDay, realDays } from './real-days.ts'

/** Three years of many cases: steps at random, sweeps day by day, an outage, and a clock that is set back. */
export interface FastForward {
  readonly casework: Casework
  readonly clocks: readonly ClockRule[]
  readonly years: readonly WorkingYear[]
  readonly cases: number
  readonly seed: number
}

/** The life of one time limit: what happened to it, on which real day, and what it did. */
export interface TimedLife {
  readonly rule: ClockRule
  readonly events: readonly (ClockEvent & { readonly at: number })[]
  readonly fired: readonly Firing[]
}

export interface FastForwardOutcome {
  readonly steps: number
  readonly fired: number
  readonly escalated: number
  /** Things that were done twice for the same due day. */
  readonly doubled: number
  /** Cases left without an owner or a time limit. */
  readonly lost: number
  readonly lives: readonly TimedLife[]
}

/** Runs all cases; keeps the lives of the first `kept` of them for comparison. */
export function fastForward(options: FastForward, kept: number): FastForwardOutcome {
  const calendar = makeWorkingCalendar(options.years)
  const sums = { steps: 0, fired: 0, escalated: 0, doubled: 0, lost: 0 }
  const lives: TimedLife[] = []
  for (let at = 0; at < options.cases; at++) {
    const next = numbers(options.seed + at * 7919)
    const run = runCase(options, calendar, realDays, next)
    sums.steps += run.steps
    sums.lost += run.lost
    for (const life of run.lives) {
      sums.fired += life.fired.length
      sums.escalated += life.fired.filter(({ kind }) => kind === 'escalate').length
      sums.doubled += life.fired.length - new Set(life.fired.map(({ key }) => key)).size
    }
    if (at < kept) lives.push(...run.lives)
  }
  return { ...sums, lives }
}

interface MutableLife {
  rule: ClockRule
  events: (ClockEvent & { at: number })[]
  fired: Firing[]
  done: Set<string>
  clock: Clock
  nextDay: number | undefined
}

/** Where a case begins and how often somebody does something: at random, the same for the same seed. */
function runCase(
  options: FastForward,
  calendar: WorkingCalendar,
  days: readonly RealDay[],
  next: (bound: number) => number,
) {
  const { casework, clocks } = options
  const lives: MutableLife[] = []
  let day = next(days.length - 60)
  const first = days[day]?.today ?? ''
  let state: CaseState = caseOf(casework, [{ type: 'open', on: first }])
  let life = begin(state, day)
  let steps = 0
  let lost = 0
  for (day += 1 + next(12); day < days.length && state.closedOn === undefined; day += 1 + next(18)) {
    const today = days[day]?.today ?? ''
    // On a day on which the clock of the machine is set back nobody can work on what began later.
    if (today < state.since) continue
    sweepUntil(life, day)
    const taken = takeStep(casework, state, life?.clock, today, next)
    if (taken === undefined) continue
    steps += 1
    life = timed(taken.step, taken.next, today, day)
    state = taken.next
    const known = casework.states.find(({ id }) => id === state.state)
    if (known === undefined || (state.closedOn === undefined && (known.owner === undefined || life === undefined)))
      lost += 1
  }
  if (state.closedOn === undefined) sweepUntil(life, days.length - 1)
  return { lives: lives.map(({ rule, events, fired }): TimedLife => ({ rule, events, fired })), steps, lost }

  function begin(entered: CaseState, at: number): MutableLife | undefined {
    const clock = casework.states.find(({ id }) => id === entered.state)?.clock
    const rule = clocks.find(({ id }) => id === clock)
    if (rule === undefined) return undefined
    const events = [{ type: 'start' as const, on: entered.since, at }]
    const begun: MutableLife = {
      rule,
      events,
      fired: [],
      done: new Set(),
      clock: clockOf(rule, events, calendar),
      nextDay: undefined,
    }
    recount(begun, entered.since)
    lives.push(begun)
    return begun
  }

  function recount(one: MutableLife, today: string): void {
    one.clock = clockOf(one.rule, one.events, calendar)
    // As the program keeps it: whatever is due already is looked at on the next turn.
    const { fire, nextOn } = sweepClock(one.clock, today, new Set(), calendar)
    one.nextDay = numberOf(fire.length > 0 ? today : nextOn)
  }

  function timed(step: CaseworkStep, after: CaseState, today: string, at: number): MutableLife | undefined {
    if (life === undefined) return undefined
    if (step.to !== undefined) {
      life.events.push({ type: 'stop', on: today, at })
      return after.closedOn === undefined ? begin(after, at) : undefined
    }
    if (step.time === undefined) return life
    const types = { 中止: 'pause', 恢复: 'resume', 延长: 'extend' } as const
    const type = types[step.time]
    life.events.push(type === 'extend' ? { type, on: today, amount: 1 + next(5), at } : { type, on: today, at })
    recount(life, today)
    return life
  }

  /** What the program does each day of the machine's calendar that it runs on, up to and with a real day. */
  function sweepUntil(one: MutableLife | undefined, until: number): void {
    if (one === undefined) return
    for (let at = (one.events.at(-1)?.at ?? 0) + (one.events.length > 0 ? 1 : 0); at <= until; at++) {
      const real = days[at]
      if (real === undefined || !real.runs || one.nextDay === undefined || one.nextDay > real.number) continue
      const { fire, nextOn } = sweepClock(one.clock, real.today, one.done, calendar)
      for (const firing of fire) {
        one.done.add(firing.key)
        one.fired.push(firing)
      }
      one.nextDay = numberOf(nextOn)
    }
  }
}

const numberOf = (day: string | undefined): number | undefined => (day === undefined ? undefined : dayNumberOf(day))

function takeStep(
  casework: Casework,
  state: CaseState,
  clock: Clock | undefined,
  today: string,
  next: (bound: number) => number,
) {
  const open = stepsFrom(casework, state.state)
  const step = open[next(open.length)]
  if (step === undefined) return undefined
  const fields = Object.fromEntries(
    (step.asks ?? []).map(({ id, type, choices }) => [id, type === '日期' ? today : (choices?.[0] ?? '情况')]),
  )
  const exit = step.exits?.[next(step.exits.length)]
  const actor = { lines: ['学校', '乡镇', '县'] as const, today, dueOn: clock?.dueOn }
  const decided = decideStep(casework, state, step.id, actor, { on: today, fields, exit, proof: '证明', amount: 3 })
  if ('refused' in decided) return undefined
  const after = applied(casework, state, { type: 'step', step: step.id, on: today, exit })
  return { step, next: after }
}

const known = new WeakMap<Casework, Map<string, readonly CaseworkStep[]>>()

/** Steps that leave a state or stay in it; looked up once a state. */
function stepsFrom(casework: Casework, state: string): readonly CaseworkStep[] {
  const byState = known.get(casework) ?? new Map<string, readonly CaseworkStep[]>()
  known.set(casework, byState)
  const found = byState.get(state) ?? casework.steps.filter(({ from }) => from.includes(state))
  byState.set(state, found)
  return found
}

/** Whole numbers below a bound, the same ones for the same seed. */
function numbers(seed: number): (bound: number) => number {
  let state = (seed * 2654435761) >>> 0
  return (bound) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * bound)
  }
}
