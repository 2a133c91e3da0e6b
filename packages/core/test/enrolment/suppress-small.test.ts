import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CountSum, type Suppressed, suppressSmall } from '../../src/enrolment/index.ts'

const below = 5

interface Made {
  readonly counts: ReadonlyMap<string, number>
  readonly sums: readonly CountSum[]
}

/** A table of rows and columns with both kinds of totals and the total of all. */
function madeTable(cells: readonly (readonly number[])[]): Made {
  const width = cells[0]?.length ?? 0
  const counts = new Map<string, number>()
  const add = (key: string, count: number) => counts.set(key, (counts.get(key) ?? 0) + count)
  cells.forEach((row, r) => {
    row.forEach((count, c) => {
      for (const key of [`${r}.${c}`, `${r}.`, `.${c}`, '.']) add(key, count)
    })
  })
  const rows = cells.map(
    (_, r): CountSum => ({
      total: `${r}.`,
      parts: Array.from({ length: width }, (_, c) => `${r}.${c}`),
    }),
  )
  const columns = Array.from(
    { length: width },
    (_, c): CountSum => ({
      total: `.${c}`,
      parts: cells.map((_, r) => `${r}.${c}`),
    }),
  )
  const all = { total: '.', parts: cells.map((_, r) => `${r}.`) }
  const across = { total: '.', parts: Array.from({ length: width }, (_, c) => `.${c}`) }
  return { counts, sums: [...rows, ...columns, all, across] }
}

/** Every table of small numbers that shows the same: told cells as told, few between 1 and the line. */
function* fitting(cells: readonly (readonly number[])[], shown: ReadonlyMap<string, Suppressed>, most: number) {
  const size = cells.length * (cells[0]?.length ?? 0)
  const width = cells[0]?.length ?? 1
  const tries = Array.from({ length: size }, () => 0)
  for (;;) {
    const table = madeTable(cells.map((row, r) => row.map((_, c) => tries[r * width + c] ?? 0)))
    if ([...table.counts].every(([key, count]) => agrees(shown.get(key), count))) yield table.counts
    let at = 0
    while (at < size && tries[at] === most) tries[at++] = 0
    if (at === size) return
    tries[at] = (tries[at] ?? 0) + 1
  }
}

function agrees(shown: Suppressed | undefined, count: number): boolean {
  if (shown?.shown === 'count') return shown.count === count
  return shown?.shown === 'few' ? count >= 1 && count < below : true
}

const cell = fc.integer({ min: 0, max: 6 })
const row = (length: number) => fc.array(cell, { minLength: length, maxLength: length })
const tables = fc.oneof(fc.tuple(row(3)), fc.tuple(row(2), row(2)))

describe('small counts of children', () => {
  it('are told as few, 0 and the line itself as they are', () => {
    const counts = new Map([0, 1, 4, 5].map((count) => [String(count), count]))
    expect([...suppressSmall({ counts, sums: [], below }).values()].map(({ shown }) => shown)).toEqual([
      ...['count', 'few', 'few', 'count'],
    ])
  })

  it('hide a second cell where the total would give the first away', () => {
    const { counts, sums } = madeTable([[2, 9, 30]])
    const shown = suppressSmall({ counts, sums, below })
    expect(shown.get('0.0')).toEqual({ shown: 'few' })
    expect(shown.get('0.1')).toEqual({ shown: 'hidden' })
    expect(shown.get('0.2')).toEqual({ shown: 'count', count: 30 })
  })

  it('are not to be worked out where two of them come to the least or the most that they can', () => {
    for (const [one, other] of [
      [1, 1],
      [4, 4],
    ] as const) {
      const { counts, sums } = madeTable([[one, other, 20]])
      const values = new Set(
        [...fitting([[one, other, 20]], suppressSmall({ counts, sums, below }), 24)].map((t) => t.get('0.0')),
      )
      expect(values.size).toBeGreaterThan(1)
    }
  })

  it('say everything where the line is 1', () => {
    const { counts, sums } = madeTable([[1, 2, 3]])
    expect([...suppressSmall({ counts, sums, below: 1 }).values()].every(({ shown }) => shown === 'count')).toBe(true)
  })

  it('can be worked out from no table, with all its totals: some other table shows the same', () => {
    fc.assert(
      fc.property(tables, (cells) => {
        const { counts, sums } = madeTable(cells)
        const shown = suppressSmall({ counts, sums, below })
        const values = new Map<string, Set<number>>()
        for (const table of fitting(cells, shown, 7))
          for (const [key, count] of table) values.set(key, (values.get(key) ?? new Set()).add(count))
        for (const [key, { shown: how }] of shown) if (how === 'few') expect(values.get(key)?.size).toBeGreaterThan(1)
      }),
      { numRuns: 40 },
    )
  })

  it('keep a large table usable: most of what is large is told', () => {
    const cells = Array.from({ length: 12 }, (_, r) =>
      Array.from({ length: 5 }, (_, c) => (r === 3 && c === 2 ? 2 : 40 + r * c)),
    )
    const { counts, sums } = madeTable(cells)
    const shown = [...suppressSmall({ counts, sums, below }).values()]
    expect(shown.filter(({ shown: how }) => how !== 'count').length).toBeLessThanOrEqual(4)
  })
})
