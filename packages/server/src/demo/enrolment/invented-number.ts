import { checkDigitOf } from '@eduduty/core/identity'
import { county } from '../county.ts'

interface Invented {
  readonly bornOn: string
  readonly sex: '男' | '女'
  readonly name: string
}

/** An identity number of nobody: no area code begins with 99. */
export function inventedNumber({ bornOn, sex, name }: Invented): string {
  const order = (name.charCodeAt(2) % 499) * 2 + (sex === '男' ? 1 : 0)
  const first = `${county.code}${bornOn.replaceAll('-', '')}${String(order).padStart(3, '0')}`
  return first + checkDigitOf(first)
}
