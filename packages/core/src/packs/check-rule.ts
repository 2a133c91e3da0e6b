import { getExact, rational, toDecimal } from '../formula/index.ts'
import type { Check, CheckSide } from './schema/check.ts'

type Sides = NonNullable<Check['sides']>

/**
 * The truth formula of a check: its rule, or the comparison of its sides as intervals. A rounded figure stands for
 * everything that rounds to it, so both half widths and the tolerance may lie between the sides.
 */
export function ruleOf(check: Check): string {
  const rule = check.sides === undefined ? (check.rule ?? '假') : comparison(check.sides, check)
  return check.when === undefined ? rule : `非 ${inside(check.when)} 或 ${inside(rule)}`
}

/** By how much the sides of a check lie apart; undefined for a check without sides. */
export function checkDifference({ sides }: Check): string | undefined {
  return sides === undefined ? undefined : `绝对值(${inside(sides.left.formula)} - ${inside(sides.right.formula)})`
}

function comparison(sides: Sides, check: Check): string {
  const [left, right] = [inside(sides.left.formula), inside(sides.right.formula)]
  const slack = slackOf(sides, check)
  switch (sides.relation ?? '=') {
    case '=':
      return slack === undefined ? `${left} = ${right}` : `${checkDifference(check)} ≤ ${slack}`
    case '≤':
      return `${left} ≤ ${plus(right, slack)}`
    case '<':
      return `${left} < ${plus(right, slack)}`
    case '≥':
      return `${plus(left, slack)} ≥ ${right}`
    case '>':
      return `${plus(left, slack)} > ${right}`
  }
}

function plus(side: string, slack: string | undefined): string {
  return slack === undefined ? side : `${side} + ${slack}`
}

/** All that may lie between the sides, as one sum; fixed amounts of one unit are added up first. */
function slackOf(sides: Sides, { tolerance }: Check): string | undefined {
  const fixed = new Map<string, rational.Rational>()
  const terms: string[] = []
  const add = (amount: rational.Rational, unit: string): void => {
    fixed.set(unit, rational.add(fixed.get(unit) ?? rational.ZERO, amount))
  }
  if (tolerance?.absolute !== undefined) add(getExact(tolerance.absolute), tolerance.unit ?? '')
  for (const side of [sides.left, sides.right]) {
    if (side.rounded === undefined) continue
    const half = halfWidth(side.rounded)
    const unit = side.rounded.unit ?? ''
    if (side.rounded.terms === undefined) add(half, unit)
    else terms.push(`${amountText(half, unit)} × ${inside(side.rounded.terms)}`)
  }
  if (tolerance?.relative !== undefined)
    terms.push(`绝对值(${inside(sides.right.formula)}) × ${percent(tolerance.relative)}`)
  const all = [...[...fixed].map(([unit, amount]) => amountText(amount, unit)), ...terms]
  return all.length === 0 ? undefined : all.join(' + ')
}

/** Half a unit of the last printed digit. */
function halfWidth({ decimals }: NonNullable<CheckSide['rounded']>): rational.Rational {
  return getExact(decimals === 0 ? '0.5' : `0.${'0'.repeat(decimals)}5`)
}

/** As per cent: a bare power of ten would be read as a conversion of units by hand. */
const percent = (share: string): string => `${toDecimal(rational.mul(getExact(share), rational.HUNDRED)) ?? ''}%`

const amountText = (amount: rational.Rational, unit: string): string =>
  `${toDecimal(amount) ?? ''}${unit === '' ? '' : ` ${unit}`}`

/** In brackets; a comment at the end of a formula must not swallow the closing one. */
const inside = (formula: string): string => (formula.includes('#') ? `(${formula}\n)` : `(${formula})`)
