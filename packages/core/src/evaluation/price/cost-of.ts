import {
  conversion,
  fromDecimal,
  fromJson,
  parseUnit,
  type Rational,
  rational,
  roundText,
} from '../../formula/index.ts'
import type { Gap } from '../assessment.ts'
import { LESS } from '../gap-words.ts'
import type { Price } from './price-contract.ts'

/** What closing a gap costs. `yuan` is exact; `text` is the computation, for a reader to go through. */
export interface Cost {
  readonly yuan: Rational
  readonly per: Price['per']
  /** 171.56 万元 */
  readonly shown: string
  /** 571.86 平方米 × 3000 元/平方米 = 171.56 万元 */
  readonly text: string
}

const TEN_THOUSAND = rational.fromInteger(10_000)
const MONEY = parseUnit('元')

/** What so much of something costs by its price; an amount of money is its own cost. Undefined where no price is in force. */
export function costOf(amount: string, unit: string, price: Price | undefined): Cost | undefined {
  const number = fromJson(amount)
  if (number === undefined || rational.sign(number) <= 0) return undefined
  const factor = moneyFactor(unit)
  if (factor !== undefined) {
    const yuan = rational.mul(number, factor)
    return { yuan, per: 'once', shown: moneyText(yuan), text: moneyText(yuan) }
  }
  const each = price?.yuan === undefined ? undefined : fromDecimal(price.yuan)
  const priced = price === undefined ? undefined : rational.mul(number, unitFactor(unit, price.unit) ?? rational.ZERO)
  if (price === undefined || each === undefined || priced === undefined || rational.isZero(priced)) return undefined
  const yuan = rational.mul(priced, each)
  const shown = withYears(moneyText(yuan), price.per)
  return { yuan, per: price.per, shown, text: `${amountText(priced)} ${price.unit} × ${price.yuan} 元 = ${shown}` }
}

/** A gap that asks for less of something: no price says what that costs. */
export const isLessAsked = (gap: Pick<Gap, 'text'> | undefined): boolean => gap?.text.startsWith(LESS) === true

export function costOfGap(gap: Gap, price: Price | undefined): Cost | undefined {
  return isLessAsked(gap) ? undefined : costOf(gap.amount, gap.unit ?? '', price)
}

/** Whether a unit is money, so that no price is asked of it. */
export const isMoney = (unit: string): boolean => moneyFactor(unit) !== undefined

/** What to multiply by to count in the unit of a price; undefined where the price is of something else. */
function unitFactor(unit: string, priced: string): Rational | undefined {
  if (unit === priced) return rational.ONE
  const [from, to] = [parseUnit(unit), parseUnit(priced)]
  const factor = from === undefined || to === undefined ? 'differs' : conversion(from, to)
  return typeof factor === 'string' ? undefined : factor
}

/** How many 元 one unit of money is. */
function moneyFactor(unit: string): Rational | undefined {
  const parsed = unit === '' ? undefined : parseUnit(unit)
  if (parsed === undefined || MONEY === undefined || parsed.dimensions.size !== 1) return undefined
  return parsed.dimensions.get('money') === 1 ? parsed.factor : undefined
}

export const sumOfCosts = (costs: readonly Cost[]): Rational => rational.sum(costs.map(({ yuan }) => yuan))

/** In 元 below ten thousand, in 万元 above, to the cent and to the hundred. */
export function moneyText(yuan: Rational): string {
  if (rational.compare(rational.abs(yuan), TEN_THOUSAND) < 0)
    return `${roundText(yuan, 2, 'half_up').replace(/\.00$/, '')} 元`
  return `${roundText(rational.div(yuan, TEN_THOUSAND) ?? yuan, 2, 'half_up')} 万元`
}

export const withYears = (text: string, per: Price['per']): string => (per === 'yearly' ? `每年 ${text}` : text)

const amountText = (amount: Rational): string => roundText(amount, 2, 'half_up').replace(/\.0+$|(\.\d*[1-9])0+$/, '$1')
