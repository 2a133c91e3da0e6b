import { rational } from '../../../formula/index.ts'
import type { Claim } from '../../extract/claim.ts'

interface Rough {
  readonly value: number
  readonly slack: number
}

const known = new WeakMap<Claim, Rough>()

function roughly(claim: Claim): Rough {
  const former = known.get(claim)
  if (former !== undefined) return former
  const { low, high } = claim.range
  const value = numberOf(claim.value)
  const slack = low === undefined || high === undefined ? Number.POSITIVE_INFINITY : numberOf(high) - numberOf(low)
  const rough = { value, slack }
  known.set(claim, rough)
  return rough
}

function numberOf(value: Parameters<typeof rational.toPair>[0]): number {
  const { n, d } = rational.toPair(value)
  return Number(n) / Number(d)
}

/**
 * Whether a sum may hold, or may with one digit put right; anything else is not worth an exact look. It errs only
 * towards yes.
 */
export function isNearSum(total: Claim, parts: readonly Claim[]): boolean {
  const { gap, slack } = gapOf(total, parts)
  if (gap <= slack) return true
  if ([total, ...parts].some(isUneven)) return true
  const power = 10 ** Math.floor(Math.log10(gap))
  return [power / 10, power, power * 10].some((step) => {
    const digit = Math.round(gap / step)
    return digit >= 1 && digit <= 9 && Math.abs(gap - digit * step) <= slack
  })
}

/** A digit of it is not worth a power of ten. */
const isUneven = ({ token }: Claim): boolean =>
  token.inWords || token.times !== undefined || token.unit.dimension === 'land'

/** Whether a sum may hold as it stands. */
export function mayHold(total: Claim, parts: readonly Claim[]): boolean {
  const { gap, slack } = gapOf(total, parts)
  return gap <= slack
}

function gapOf(total: Claim, parts: readonly Claim[]): { readonly gap: number; readonly slack: number } {
  const { value, slack } = roughly(total)
  let gap = -value
  let room = slack
  for (const part of parts) {
    const own = roughly(part)
    gap += own.value
    room += own.slack
  }
  return { gap: Math.abs(gap), slack: room + Math.abs(value) * 1e-9 }
}
