import type { AppraisalItemView } from '@eduduty/core/appraisal'

export interface Given {
  readonly points?: string
  readonly level?: string
}

const DECIMALS = 2
const TYPED_DECIMALS = 4

/** Exact text as a number to show and add up: `10/3` → 3.33…; judging never uses it. */
export function numberOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  const [over = '', under = '1'] = text.split('/')
  const number = Number(over) / Number(under)
  return Number.isNaN(number) ? undefined : number
}

/** At most two decimals, none that are zero: 3.5, 20, 3.33. */
export function pointsText(number: number): string {
  return String(Number(number.toFixed(DECIMALS)))
}

/** Points of a rating: those given, or those of its level. */
export function pointsOf(item: AppraisalItemView, given: Given | undefined): number | undefined {
  if (given === undefined) return undefined
  if (item.levels.length === 0) return numberOf(given.points)
  return numberOf(item.levels.find(({ title }) => title === given.level)?.points)
}

/** A rating in words: 做到（4 分）, 3.5. */
export function givenText(item: AppraisalItemView, given: Given | undefined): string | undefined {
  if (given === undefined) return undefined
  const points = pointsOf(item, given)
  if (item.levels.length === 0) return points === undefined ? undefined : pointsText(points)
  if (given.level === undefined) return undefined
  return points === undefined ? given.level : `${given.level} ${pointsText(points)}`
}

/** Sum of the points that are known; undefined where none is. */
export function sumOf(
  items: readonly AppraisalItemView[],
  pick: (item: AppraisalItemView) => Given | undefined,
): number | undefined {
  const known = items.flatMap((item) => pointsOf(item, pick(item)) ?? [])
  return known.length === 0 ? undefined : known.reduce((sum, points) => sum + points, 0)
}

export const isSame = (one: Given, other: Given): boolean =>
  one.level === other.level && numberOf(one.points) === numberOf(other.points)

/** The rating by the unit is not what was computed. */
export function deviates({ computed, self, levels }: AppraisalItemView): boolean {
  if (self === undefined) return false
  if (levels.length > 0) return computed.level !== undefined && computed.level !== self.level
  // What cannot be typed exactly is compared as it can be typed.
  const typed = numberOf(computed.points)?.toFixed(TYPED_DECIMALS)
  return typed !== undefined && Number(typed) !== numberOf(self.points)
}
