/** How a count may be shown: as it is, as “不足k”, or not at all because it would give another away. */
export type Suppressed =
  | { readonly shown: 'count'; readonly count: number }
  | { readonly shown: 'few' }
  | { readonly shown: 'hidden' }

/** A cell that is the sum of others: all by their keys. */
export interface CountSum {
  readonly total: string
  readonly parts: readonly string[]
}

export interface SmallCounts {
  readonly counts: ReadonlyMap<string, number>
  readonly sums: readonly CountSum[]
  /** Counts from 1 to below this are not told. */
  readonly below: number
  /** Counts that other figures follow from: hidden only where no other cell helps. */
  readonly spared?: ReadonlySet<string>
}

/** Looking for another table that fits, with so many more cells hidden, is given up after so many tries. */
const MOST_TRIES = 3000
const MOST_MORE = 6
/** More than any count of children. */
const SPARED = 1e9

/**
 * Counts of children for people who may not see the children. A count of 1 to `below - 1` is told as “不足below” only; where
 * the sums would let it be worked out, other cells are hidden as well, few and small ones. What is left fits at least one
 * other table for every count that is kept back, so that none can be worked out.
 */
export function suppressSmall({
  counts,
  sums,
  below,
  spared = new Set(),
}: SmallCounts): ReadonlyMap<string, Suppressed> {
  const few = [...counts].filter(([, count]) => count > 0 && count < below).map(([key]) => key)
  const hidden = new Set(few)
  const table = { counts, sums, below, spared, few: new Set(few), hidden }
  for (const key of few) for (const more of keptBackWith(table, key)) hidden.add(more)
  return new Map([...counts].map(([key, count]) => [key, shownAs(table, key, count)]))
}

interface Table extends SmallCounts {
  readonly few: ReadonlySet<string>
  readonly hidden: ReadonlySet<string>
}

function shownAs({ few, hidden }: Table, key: string, count: number): Suppressed {
  if (few.has(key)) return { shown: 'few' }
  return hidden.has(key) ? { shown: 'hidden' } : { shown: 'count', count }
}

const membersOf = ({ total, parts }: CountSum): readonly string[] => [total, ...parts]

/**
 * The fewest cells that have to be hidden so that a table which shows the same has one more, or one less, there; all that
 * hang together with it where there is no such table.
 */
function keptBackWith(table: Table, key: string): readonly string[] {
  for (let more = 0; more <= MOST_MORE; more += 1)
    for (const by of [1, -1])
      if (fits(table, key, by)) {
        const found = otherTable(table, new Map([[key, by]]), { more, budget: { tries: 0 } })
        if (found !== undefined) return [...found.keys()]
      }
  return connectedTo(table, key)
}

/** A count told as few stays between 1 and the line; one that is hidden is not below 0. */
function fits({ counts, few, below }: Table, key: string, by: number): boolean {
  const count = (counts.get(key) ?? 0) + by
  return few.has(key) ? count >= 1 && count < below : count >= 0
}

interface Search {
  /** How many cells that are still told may change, and are then hidden. */
  readonly more: number
  readonly budget: { tries: number }
}

/** Changes of one each, made up for in every sum; undefined where there are none. */
function otherTable(
  table: Table,
  changes: ReadonlyMap<string, number>,
  { more, budget }: Search,
): ReadonlyMap<string, number> | undefined {
  budget.tries += 1
  if (budget.tries > MOST_TRIES) return undefined
  const broken = table.sums.find((sum) => missing(sum, changes) !== 0)
  if (broken === undefined) return changes
  const gap = Math.sign(missing(broken, changes))
  for (const key of candidates(table, broken, changes)) {
    const by = key === broken.total ? gap : -gap
    const left = table.hidden.has(key) ? more : more - 1
    if (left < 0 || !fits(table, key, by)) continue
    const found = otherTable(table, new Map([...changes, [key, by]]), { more: left, budget })
    if (found !== undefined) return found
  }
  return undefined
}

/** Cells of a sum that may still change: those hidden already, then the smallest, those that are spared, totals and 0 last. */
function candidates(table: Table, sum: CountSum, changes: ReadonlyMap<string, number>): readonly string[] {
  const rank = (key: string): number => {
    const count = table.counts.get(key) ?? 0
    if (table.hidden.has(key)) return -1
    if (key === sum.total || count === 0) return Number.MAX_SAFE_INTEGER
    return table.spared?.has(key) === true ? SPARED + count : count
  }
  const free = membersOf(sum).filter((key) => table.counts.has(key) && !changes.has(key))
  return free.toSorted((a, b) => rank(a) - rank(b))
}

/** By how much the parts of a sum have changed more than its total. */
const missing = ({ total, parts }: CountSum, changes: ReadonlyMap<string, number>): number =>
  parts.reduce((sum, key) => sum + (changes.get(key) ?? 0), 0) - (changes.get(total) ?? 0)

function connectedTo({ sums }: Table, key: string): readonly string[] {
  const reached = new Set([key])
  for (let before = 0; before !== reached.size; ) {
    before = reached.size
    for (const sum of sums)
      if (membersOf(sum).some((one) => reached.has(one))) for (const one of membersOf(sum)) reached.add(one)
  }
  return [...reached]
}
