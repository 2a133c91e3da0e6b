import { groupBy } from '../../collection/index.ts'
import { rational } from '../../formula/index.ts'
import type { Claim } from './claim.ts'
import { type Counted, type CountStage, countedBy, countsOf } from './counts.ts'
import type { Passage } from './find-claims.ts'
import { ownStage } from './stage.ts'

/** What there is of something in a stage: one number, or the numbers of its parts that make it up. */
export type Total = readonly Claim[]

/** All that a report tells of its stages as wholes, in prose and in tables. */
export interface StageTotals {
  /** Every number that is told of it, in the order of the text. */
  readonly numbersOf: (counted: Counted, stage: CountStage) => readonly Claim[]
  /** Each different number that is told of it as such. */
  readonly distinctOf: (counted: Counted, stage: CountStage) => readonly Claim[]
  /** Each different number that is told of it; for compulsory education else those of its two stages together. */
  readonly totalsOf: (counted: Counted, stage: CountStage) => readonly Total[]
}

/** So many different numbers of one thing are of as many years or places, and none of them is meant. */
const MOST_VALUES = 3

/** Reads them from all passages of a report; done once for a report, as every relation of its stages asks them. */
export function stageTotals(passages: readonly Passage[]): StageTotals {
  const told = passages.flatMap((passage) => [...countsOf(passage), ...cellsOf(passage)])
  const numbers = new Map(
    [...groupBy(told, ({ counted, stage }) => keyOf(counted, stage))].map(([key, own]) => [
      key,
      own.map(({ claim }) => claim),
    ]),
  )
  const distinct = new Map([...numbers].map(([key, claims]) => [key, differentOf(claims)]))
  const distinctOf: StageTotals['distinctOf'] = (counted, stage) => {
    const found = distinct.get(keyOf(counted, stage)) ?? []
    return found.length > MOST_VALUES ? [] : found
  }
  const totalsOf: StageTotals['totalsOf'] = (counted, stage) => {
    const known = distinctOf(counted, stage).map((claim) => [claim])
    if (known.length > 0 || stage !== 'compulsory') return known
    return distinctOf(counted, 'primary').flatMap((one) => distinctOf(counted, 'junior').map((other) => [one, other]))
  }
  const numbersOf: StageTotals['numbersOf'] = (counted, stage) => numbers.get(keyOf(counted, stage)) ?? []
  return { numbersOf, distinctOf, totalsOf }
}

/** The first of each value; one more than could be meant is enough to know. */
function differentOf(claims: readonly Claim[]): readonly Claim[] {
  const different: Claim[] = []
  for (const claim of claims) {
    if (different.length > MOST_VALUES) break
    if (!different.some(({ value }) => rational.equals(value, claim.value))) different.push(claim)
  }
  return different
}

const keyOf = (counted: Counted, stage: CountStage): string => `${counted} ${stage}`

/** 小学 | 在校生(人): a cell of a table is of what its row and its column say. */
function cellsOf({ claims }: Passage): ReturnType<typeof countsOf> {
  const [claim] = claims
  if (claims.length !== 1 || claim === undefined || claim.token.end !== claim.token.digits.end) return []
  if (claim.near !== claim.before || claim.role !== 'level' || !claim.token.unit.counted) return []
  const words = claim.quantity.replace(/\([^()]*\)|\s/g, '')
  const named = countedBy(words)
  return named === undefined ? [] : [{ claim, counted: named.counted, stage: ownStage({ near: words }) ?? 'all' }]
}
