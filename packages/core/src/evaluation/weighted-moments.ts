import { rational } from '../formula/index.ts'
export interface Weighted {
  readonly value: rational.Rational
  readonly weight: rational.Rational
}

export interface Moments {
  readonly weight: rational.Rational
  readonly mean: rational.Rational
  /** Σ (wᵢ ÷ W)(xᵢ − mean)². */
  readonly variance: rational.Rational
}

/** Exact weighted mean and variance; undefined when the weights sum to zero. */
export function momentsOf(members: readonly Weighted[]): Moments | undefined {
  const weight = rational.sum(members.map((member) => member.weight))
  const mean = rational.div(rational.sum(members.map((member) => rational.mul(member.value, member.weight))), weight)
  if (mean === undefined) return undefined
  const parts = members.map((member) => {
    const deviation = rational.sub(member.value, mean)
    return rational.mul(member.weight, rational.mul(deviation, deviation))
  })
  const variance = rational.div(rational.sum(parts), weight)
  return variance === undefined ? undefined : { weight, mean, variance }
}

/** Square of S ÷ mean; undefined when the mean is zero. */
export function cvSquared(members: readonly Weighted[]): rational.Rational | undefined {
  const moments = momentsOf(members)
  return moments === undefined ? undefined : rational.div(moments.variance, rational.mul(moments.mean, moments.mean))
}
