import type { Dose } from '../../packs/index.ts'
import type { TeachingLight } from './contracts.ts'
import { daysWithin, type TeachingTerm } from './terms.ts'

/** A lesson at home as it counts: one that was cancelled, or struck out, has no hours. */
export interface CountedLesson {
  readonly on: string
  readonly state: 'held' | 'cancelled'
  /** Class hours as decimal text, at most one digit after the point. */
  readonly hours: string
}

/** From when to when a child is taught at home; without an end it goes on. */
export interface TeachingSpan {
  readonly from: string
  readonly until: string | undefined
}

export interface TeachingDone {
  readonly held: number
  readonly cancelled: number
  /** In tenths. */
  readonly tenths: number
}

/** What has been done, and what should have been by now; `due` is absent where no dose holds. */
export interface TeachingCount extends TeachingDone {
  readonly due?: { readonly visits: number; readonly tenths: number; readonly wholeTerm: number }
  readonly light: TeachingLight
}

const asTenths = (hours: string): number => Math.round(Number(hours) * 10)

/** Class hours of tenths as they are written. */
export const hoursOf = (tenths: number): string => (tenths % 10 === 0 ? String(tenths / 10) : (tenths / 10).toFixed(1))

export function countLessons(lessons: readonly CountedLesson[], { from, to }: TeachingTerm): TeachingDone {
  const own = lessons.filter(({ on }) => on >= from && on <= to)
  const held = own.filter(({ state }) => state === 'held')
  return {
    held: held.length,
    cancelled: own.length - held.length,
    tenths: held.reduce((sum, { hours }) => sum + asTenths(hours), 0),
  }
}

export interface Teaching {
  readonly dose: Dose | undefined
  /** All of the year, for what is asked by the year. */
  readonly terms: readonly TeachingTerm[]
  readonly term: TeachingTerm
  readonly spans: readonly TeachingSpan[]
  readonly lessons: readonly CountedLesson[]
  readonly today: string
}

/** Counts one child's term: due so far grows with the days of the term on which the child is taught at home. */
export function countTeaching({ dose, terms, term, spans, lessons, today }: Teaching): TeachingCount {
  const done = countLessons(lessons, term)
  if (dose === undefined) return { ...done, light: 'none' }
  const whole = daysWithin(term.from, term.to)
  const days = (end: string): number =>
    spans.reduce((sum, { from, until = end }) => sum + daysWithin(later(from, term.from), earlier(until, end)), 0)
  const ofTerm = visitsOfTerm(dose, term, terms)
  const hours = tenthsOfTerm(dose, ofTerm, term, terms)
  const passed = days(earlier(today, term.to))
  const visits = Math.floor((ofTerm * passed) / whole)
  const due = {
    visits,
    // Hours of a visit follow the whole visits that are due; hours of the year grow day by day.
    tenths: dose.hours?.per === '次' ? dose.hours.count * visits * 10 : Math.floor((hours * passed) / whole),
    wholeTerm: Math.ceil((ofTerm * days(term.to)) / whole),
  }
  return { ...done, due, light: lightOf(done, due, dose.slack, ofTerm === 0 ? 0 : hours / ofTerm) }
}

const later = (one: string, other: string): string => (one > other ? one : other)
const earlier = (one: string, other: string): string => (one < other ? one : other)

function visitsOfTerm({ visits }: Dose, term: TeachingTerm, terms: readonly TeachingTerm[]): number {
  switch (visits.per) {
    case '周':
      return visits.count * term.weeks
    case '月':
      return visits.count * term.months
    case '学期':
      return visits.count
    case '学年':
      return shareOfYear(visits.count, term, terms)
  }
}

function tenthsOfTerm({ hours }: Dose, visits: number, term: TeachingTerm, terms: readonly TeachingTerm[]): number {
  if (hours === undefined) return 0
  return hours.per === '次' ? hours.count * visits * 10 : shareOfYear(hours.count * 10, term, terms)
}

/** What is asked by the year is spread over its terms by their weeks. */
function shareOfYear(count: number, term: TeachingTerm, terms: readonly TeachingTerm[]): number {
  const weeks = terms.reduce((sum, one) => sum + one.weeks, 0)
  return Math.ceil((count * term.weeks) / weeks)
}

function lightOf(
  done: TeachingDone,
  due: { readonly visits: number; readonly tenths: number },
  slack: number,
  tenthsEach: number,
): TeachingLight {
  const visits = due.visits - done.held
  const tenths = due.tenths - done.tenths
  if (visits <= 0 && tenths <= 0) return 'green'
  return visits <= slack && tenths <= slack * tenthsEach ? 'yellow' : 'red'
}

const order: readonly TeachingLight[] = ['none', 'green', 'yellow', 'red']

/** A school's count: its children's added up, as bad as the worst of them. */
export function addTeaching(counts: readonly TeachingCount[]): TeachingCount {
  const sum = (of: (one: TeachingCount) => number): number => counts.reduce((total, one) => total + of(one), 0)
  const done = {
    held: sum(({ held }) => held),
    cancelled: sum((one) => one.cancelled),
    tenths: sum((one) => one.tenths),
  }
  const light = order[Math.max(0, ...counts.map((one) => order.indexOf(one.light)))] ?? 'none'
  if (counts.every(({ due }) => due === undefined)) return { ...done, light }
  const due = {
    visits: sum((one) => one.due?.visits ?? 0),
    tenths: sum((one) => one.due?.tenths ?? 0),
    wholeTerm: sum((one) => one.due?.wholeTerm ?? 0),
  }
  return { ...done, due, light }
}
