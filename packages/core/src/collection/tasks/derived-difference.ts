import { fromDecimal, rational, toDecimal } from '../../formula/index.ts'

/** By how much what was filled in differs from what was derived, exactly; undefined where they agree, or one is no number. */
export function derivedDifference(filled: string, derived: string): string | undefined {
  const [a, b] = [fromDecimal(filled), fromDecimal(derived)]
  if (a === undefined || b === undefined || rational.equals(a, b)) return undefined
  return toDecimal(rational.sub(a, b))
}

/** Numbers are the same by what they come to (12.50 and 12.5), all else by its text. */
export function isSameDerived(filled: string, derived: string): boolean {
  const [a, b] = [fromDecimal(filled), fromDecimal(derived)]
  return a === undefined || b === undefined ? filled === derived : rational.equals(a, b)
}
