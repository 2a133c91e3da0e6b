import { type Rational, rational } from '../../formula/index.ts'

/** Cohen's kappa with linear weights of two raters over ordered levels. */
export interface WeightedKappa {
  readonly items: number
  /** Weighted agreement found, and that which chance alone would give. */
  readonly observed: Rational
  readonly expected: Rational
  /** Absent where both always chose the same one level: chance alone explains everything. */
  readonly kappa?: Rational
}

/** `pairs`: positions of the levels that the two chose for each item, out of `levels`. Undefined without items or with one level. */
export function weightedKappa(
  pairs: readonly (readonly [number, number])[],
  levels: number,
): WeightedKappa | undefined {
  if (pairs.length === 0 || levels < 2) return undefined
  const count = BigInt(pairs.length)
  const weight = (a: number, b: number): bigint => BigInt(levels - 1 - Math.abs(a - b))
  const firsts = tally(
    pairs.map(([first]) => first),
    levels,
  )
  const seconds = tally(
    pairs.map(([, second]) => second),
    levels,
  )
  const found = pairs.reduce((sum, [a, b]) => sum + weight(a, b), 0n)
  let chance = 0n
  for (const [a, inFirst] of firsts.entries())
    for (const [b, inSecond] of seconds.entries()) chance += weight(a, b) * inFirst * inSecond
  const scale = BigInt(levels - 1)
  const observed = rational.fromPair(found, scale * count)
  const expected = rational.fromPair(chance, scale * count * count)
  const kappa = rational.div(rational.sub(observed, expected), rational.sub(rational.ONE, expected))
  return { items: pairs.length, observed, expected, ...(kappa !== undefined && { kappa }) }
}

function tally(positions: readonly number[], levels: number): readonly bigint[] {
  return Array.from({ length: levels }, (_, level) => BigInt(positions.filter((position) => position === level).length))
}
