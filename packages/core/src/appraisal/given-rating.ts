import { fromJson, type Rational, rational } from '../formula/index.ts'

/** What an item is rated by: levels where it has any, points otherwise. Points are exact text: `3.6`, `10/3`. */
export interface RatedBy {
  /** Best first; empty where the item is rated in points. */
  readonly levels: readonly string[]
  /** Absent where the framework gives no points. */
  readonly full?: string | undefined
  /** What each level is worth in points, in the order of `levels`, where the framework says. */
  readonly levelPoints?: readonly string[] | undefined
}

export interface GivenRating {
  readonly points?: string
  readonly level?: string
}

/** Each has its sentence in the error table as `appraisal.<code>`. */
export type GivenFault =
  | 'level_missing'
  | 'level_unknown'
  | 'points_missing'
  | 'points_unreadable'
  | 'points_out_of_range'

/** What is wrong with a rating of an item; undefined when it can be kept. */
export function faultOfRating(item: RatedBy, given: GivenRating): GivenFault | undefined {
  if (item.levels.length > 0) {
    if (given.level === undefined || given.level === '') return 'level_missing'
    return item.levels.includes(given.level) ? undefined : 'level_unknown'
  }
  if (given.points === undefined || given.points === '') return 'points_missing'
  const points = pointsOf(given.points)
  if (points === undefined) return 'points_unreadable'
  const full = pointsOf(item.full ?? '0') ?? rational.ZERO
  const isWithin = rational.sign(points) >= 0 && rational.compare(points, full) <= 0
  return isWithin ? undefined : 'points_out_of_range'
}

/** Exact points of their text; undefined where it is no number. */
export function pointsOf(text: string): Rational | undefined {
  return fromJson(text)
}

/** Whether two ratings of an item say the same. */
export function isSameRating(item: RatedBy, one: GivenRating, other: GivenRating): boolean {
  if (item.levels.length > 0) return one.level === other.level
  const [a, b] = [pointsOf(one.points ?? ''), pointsOf(other.points ?? '')]
  return a !== undefined && b !== undefined && rational.equals(a, b)
}

/** Points that a rating brings: those given, or those of its level; undefined where the framework gives none. */
export function pointsOfRating(item: RatedBy, given: GivenRating): Rational | undefined {
  if (item.levels.length === 0) return pointsOf(given.points ?? '')
  return pointsOf(item.levelPoints?.[item.levels.indexOf(given.level ?? '')] ?? '')
}

/** What a rating is worth between nothing (0) and everything (1): by points, else by rank of the level. */
export function shareOf(item: RatedBy, given: GivenRating): Rational | undefined {
  const [points, full] = [pointsOfRating(item, given), pointsOf(item.full ?? '')]
  if (points !== undefined && full !== undefined) return rational.div(points, full)
  const rung = item.levels.indexOf(given.level ?? '')
  if (rung === -1) return undefined
  const last = item.levels.length - 1
  return last === 0 ? rational.ONE : rational.fromPair(BigInt(last - rung), BigInt(last))
}
