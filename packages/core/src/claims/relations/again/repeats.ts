import { rational } from '../../../formula/index.ts'
import { type Claim, isExact } from '../../extract/claim.ts'
import type { Passage } from '../../extract/find-claims.ts'
import { significantDigits } from '../../numbers/value-range.ts'
import { sameAs } from '../made/same-as.ts'
import type { Question } from '../relation.ts'

/** So many digits are hardly alike but for one by accident. */
const LEAST_DIGITS = 5
/** Nor are so many, of numbers that stand next to each other. */
const LEAST_NEAR = 4
const NEAR = 3

/**
 * 项目支出39.99万元。…支出决算为39.99万元: a number that nothing else confirms and that differs from another by one of many
 * digits, wherever that stands and whatever it is called. Numbers told twice alike are explained.
 */
export function repeats(passages: readonly Passage[], proved: ReadonlySet<Claim>): readonly Question[] {
  const claims = passages.flatMap((passage) => passage.claims).filter(isPlain)
  const exact = new Map<string, number>()
  for (const claim of claims) {
    const key = keyOf(claim, claim.token.literal)
    exact.set(key, (exact.get(key) ?? 0) + 1)
  }
  const masked = new Map<string, Claim[]>()
  for (const claim of claims)
    for (const key of maskedKeys(claim)) masked.set(key, [...(masked.get(key) ?? []), claim].slice(-MOST))
  return claims.flatMap((claim) => {
    if (proved.has(claim) || (exact.get(keyOf(claim, claim.token.literal)) ?? 0) > 1) return []
    const others = new Set(maskedKeys(claim).flatMap((key) => masked.get(key) ?? []))
    const near = [...others].filter((one) => one !== claim && mayBeOne(claim, one))
    return near.length === 1 ? near.map((one) => ({ readings: [{ ...sameAs(claim, one), tie: 'sought' }] })) : []
  })
}

const MOST = 6

const isPlain = ({ token, role }: Claim): boolean =>
  isExact(token) && !token.inWords && role !== 'line' && significantDigits(token.literal) >= LEAST_NEAR

function mayBeOne(claim: Claim, one: Claim): boolean {
  if ((claim.role === 'change') !== (one.role === 'change') || (claim.role === 'each') !== (one.role === 'each'))
    return false
  if (significantDigits(claim.token.literal) >= LEAST_DIGITS) return true
  return claim.passage === one.passage && Math.abs(claim.id - one.id) <= NEAR && claim.sentence !== one.sentence
}

function keyOf({ token }: Claim, literal: string): string {
  const { n, d } = rational.toPair(token.scale)
  return `${token.unit.dimension} ${n}/${d} ${literal}`
}

const maskedKeys = (claim: Claim): readonly string[] =>
  [...claim.token.literal].flatMap((digit, at) =>
    digit === '.' ? [] : [keyOf(claim, `${claim.token.literal.slice(0, at)}*${claim.token.literal.slice(at + 1)}`)],
  )
