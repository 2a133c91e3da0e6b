import { isoOf, numberOf } from './day-number.ts'

/** `2026-02-15` or `2026-02-15 - 2026-02-23` as the days it names, both ends included. */
export function daysOfSpan(span: string): string[] {
  const [first = '', last = first] = span.split(' - ')
  const [from, to] = [numberOf(first), numberOf(last)]
  return Array.from({ length: to - from + 1 }, (_, at) => isoOf(from + at))
}

/** Days that follow each other as one span: first and last day of each, in order. */
export function spansOf(days: readonly string[]): { readonly first: string; readonly last: string }[] {
  const spans: { first: string; last: string }[] = []
  for (const day of [...new Set(days)].sort()) {
    const before = spans.at(-1)
    if (before !== undefined && numberOf(day) === numberOf(before.last) + 1) before.last = day
    else spans.push({ first: day, last: day })
  }
  return spans
}
