import type { WorkingYear } from '@eduduty/core/calendar'
import type { ClockRule } from '@eduduty/core/packs'
import type { TimedLife } from './fast-forward.ts'
import { realDays } from './real-days.ts'

const DAY = 86_400_000
const plus = (day: string, days: number): string => new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10)

/** What a time limit should have done, counted day by day on the fingers: shares no code with the program. */
export function plainFirings({ rule, events }: TimedLife, years: readonly WorkingYear[]): readonly string[] {
  const works = workingDays(years)
  const done = new Set<string>()
  const fired: string[] = []
  const start = events[0]
  if (start === undefined) return []
  let state = started(rule, start.on, works)
  let expected = due(state, rule, works)
  let at = start.at
  let taken = 1
  const last = events.at(-1)
  const end = last?.type === 'stop' ? last.at : realDays.length - 1
  for (at = start.at + 1; at <= end; at++) {
    const real = realDays[at]
    if (real?.runs && state.running)
      for (const { key, on } of expected)
        if (on <= real.today && !done.has(key)) {
          done.add(key)
          fired.push(`${key} ${on}`)
        }
    for (; events[taken]?.at === at; taken++) {
      state = after(state, events[taken], rule, works)
      expected = due(state, rule, works)
    }
  }
  return fired.toSorted()
}

interface PlainState {
  readonly running: boolean
  /** By the count alone. */
  readonly counted: string | undefined
  readonly due: string | undefined
  readonly since: string
  readonly pausedOn: string
}

type Works = (day: string) => boolean | undefined

/** Undefined in a year that nobody knows. */
function workingDays(years: readonly WorkingYear[]): Works {
  const known = new Map(years.map((one) => [one.year, { rest: new Set(one.rest), work: new Set(one.work) }]))
  return (day) => {
    const year = known.get(Number(day.slice(0, 4)))
    if (year === undefined) return undefined
    const week = new Date(day).getUTCDay()
    return year.work.has(day) || (week !== 0 && week !== 6 && !year.rest.has(day))
  }
}

/** Walks on until so many working days have gone by. */
function walk(from: string, amount: number, works: Works): string | undefined {
  let day = from
  for (let left = amount; left > 0; ) {
    day = plus(day, 1)
    const worked = works(day)
    if (worked === undefined) return undefined
    if (worked) left -= 1
  }
  return works(from) === undefined ? undefined : day
}

function monthsAfter(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const total = year * 12 + month - 1 + months
  const lastDate = new Date(Date.UTC(Math.floor(total / 12), (total % 12) + 1, 0)).getUTCDate()
  return new Date(Date.UTC(Math.floor(total / 12), total % 12, Math.min(date, lastDate))).toISOString().slice(0, 10)
}

function longer(from: string, amount: number, rule: ClockRule, works: Works): string | undefined {
  if (rule.length?.unit === '工作日') return walk(from, amount, works)
  return rule.length?.unit === '月' ? monthsAfter(from, amount) : plus(from, amount)
}

function settled(counted: string | undefined, since: string, rule: ClockRule, works: Works): PlainState {
  let due = counted
  if (rule.rest_end === '顺延')
    while (due !== undefined && works(due) !== true) due = works(due) === undefined ? undefined : plus(due, 1)
  return { running: true, counted, due, since, pausedOn: '' }
}

const started = (rule: ClockRule, on: string, works: Works): PlainState =>
  settled(longer(on, rule.length?.amount ?? 0, rule, works), on, rule, works)

function after(
  state: PlainState,
  event: TimedLife['events'][number] | undefined,
  rule: ClockRule,
  works: Works,
): PlainState {
  switch (event?.type) {
    case 'pause':
      return { ...state, running: false, pausedOn: event.on }
    case 'resume':
      return resumed(state, event.on, rule, works)
    case 'extend':
      if (state.counted === undefined) return state
      return settled(longer(state.counted, event.amount, rule, works), event.on, rule, works)
    default:
      return { ...state, running: false }
  }
}

/** What was left on the evening of the day of the pause begins again on the morning after the day of resuming. */
function resumed(state: PlainState, on: string, rule: ClockRule, works: Works): PlainState {
  const { counted, pausedOn } = state
  if (counted === undefined || counted < pausedOn) return { ...state, running: true }
  let left = 0
  const inWorkingDays = rule.length?.unit === '工作日'
  for (let day = plus(pausedOn, 1); day <= counted; day = plus(day, 1)) if (!inWorkingDays || works(day)) left += 1
  return settled(inWorkingDays ? walk(on, left, works) : plus(on, left), on, rule, works)
}

function due({ due: last, since }: PlainState, rule: ClockRule, works: Works): { key: string; on: string }[] {
  if (last === undefined) return []
  const all = rule.remind
    .map((days) => ({ key: `${last} remind ${days}`, on: plus(last, -days) }))
    .filter(({ on }) => on > since)
  all.push({ key: `${last} overdue`, on: plus(last, 1) })
  for (const [at, { after: days, unit }] of rule.ladder.entries()) {
    const on = unit === '自然日' ? plus(last, days) : walk(last, days, works)
    if (on !== undefined) all.push({ key: `${last} escalate ${at + 1}`, on })
  }
  return all
}
