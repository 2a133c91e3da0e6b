import { type Rational, rational } from '../../formula/index.ts'

/** A unit whose result is known. */
export interface UnitToRank {
  readonly id: string
  readonly name: string
  /** Position of its grade in the ladder, the best first. */
  readonly rung: number
  readonly points: Rational
}

export interface RankedUnit {
  readonly id: string
  readonly rank: number
  /** Names of the others that share the rank. */
  readonly tied: readonly string[]
}

/**
 * Ranks units by grade and, within a grade, by exact points: what an effect lowered stands below what it did not. Equals
 * share a rank, and as many ranks are left out after them: 1, 1, 3.
 */
export function rankUnits(units: readonly UnitToRank[]): RankedUnit[] {
  const sorted = [...units].sort(compare)
  return sorted.map((unit) => ({
    id: unit.id,
    rank: sorted.findIndex((one) => compare(one, unit) === 0) + 1,
    tied: sorted.filter((one) => one.id !== unit.id && compare(one, unit) === 0).map(({ name }) => name),
  }))
}

const compare = (a: UnitToRank, b: UnitToRank): number => a.rung - b.rung || rational.compare(b.points, a.points)
