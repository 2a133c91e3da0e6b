import { isoOf, numberOf } from './day-number.ts'

/** `2026-02-15` or `2026-02-15 - 2026-02-23` as the days it names, both ends included. */
export function daysOfSpan(span: string): string[] {
  const [first = '', last = first] = span.split(' - ')
  const [from, to] = [numberOf(first), numberOf(last)]
  return Array.from({ length: to - from + 1 }, (_, at) => isoOf(from + at))
}
