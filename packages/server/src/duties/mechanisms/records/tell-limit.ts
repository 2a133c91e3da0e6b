import type { ClockRule } from '@eduduty/core/packs'

/** 3个月，末日为休息日的顺延. */
export function tellLimit({ length, rest_end: end }: ClockRule): string {
  const long = length === undefined ? '' : `${length.amount}${length.unit === '月' ? '个月' : `个${length.unit}`}`
  return end === '顺延' ? `${long}，末日为休息日的顺延` : long
}
