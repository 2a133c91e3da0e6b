/**
 * Robust statistics in floating point. They decide which cells are worth asking about and never enter a figure, so
 * errors of a part in 10^12 do not matter.
 */

/** Value below which the given share of a sorted list lies, between neighbours in proportion. */
export function quantile(sorted: readonly number[], share: number): number {
  const place = (sorted.length - 1) * share
  const below = sorted[Math.floor(place)] ?? 0
  const above = sorted[Math.ceil(place)] ?? below
  return below + (above - below) * (place - Math.floor(place))
}

export const sortNumbers = (numbers: readonly number[]): readonly number[] => numbers.toSorted((a, b) => a - b)

export const median = (numbers: readonly number[]): number => quantile(sortNumbers(numbers), 0.5)

/** Standard deviations of a bell curve in its median deviation, and in the deviation that one of ten exceeds. */
const OF_MEDIAN = 1.4826
const OF_TENTH = 1 / 1.6449

/**
 * Usual distance of numbers from `middle`: the median deviation; where more than half do not deviate at all it says
 * nothing, and the deviation that one of ten exceeds stands in. Never below `floor`.
 */
export function usualDistance(numbers: readonly number[], middle: number, floor: number): number {
  const distances = sortNumbers(numbers.map((number) => Math.abs(number - middle)))
  return Math.max(quantile(distances, 0.5) * OF_MEDIAN, quantile(distances, 0.9) * OF_TENTH, floor)
}
