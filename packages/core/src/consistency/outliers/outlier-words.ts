import type { Comparison } from '../../packs/index.ts'
import type { PeerLevel } from './judge-cell.ts'
import type { Slip } from './slips.ts'

/** A number for people: four figures that count, no more decimals than that needs. */
export function shownFloat(number: number): string {
  if (number === 0) return '0'
  const digits = Math.max(0, Math.min(4, 3 - Math.floor(Math.log10(Math.abs(number)))))
  return String(Number(number.toFixed(digits)))
}

export interface OutlierReason {
  readonly title: string
  readonly unit: string
  readonly value: number
  readonly per: Comparison['per']
  readonly rate: number | undefined
  readonly level: PeerLevel | undefined
  readonly alike: string
  readonly before: number | undefined
  readonly beforeYear: number
  readonly slip: Slip | undefined
}

/** The whole reason in one sentence: the cell, its peers, the year before, the likely slip, what to do. */
export function outlierSentence(reason: OutlierReason): string {
  const { title, unit, value, before, beforeYear, slip } = reason
  const parts = [`“${title}”填${shownFloat(value)}${unit}`]
  if (reason.level !== undefined && reason.rate !== undefined && reason.per !== undefined) {
    const { median, low, high, count } = reason.level
    parts.push(
      `每${reason.per.title}${shownFloat(reason.rate)}${unit}，${count}所同类学校（${reason.alike === '' ? '全部' : reason.alike}）的中位数是${shownFloat(median)}${unit}，多数在${shownFloat(low)}至${shownFloat(high)}之间`,
    )
  }
  if (before !== undefined) parts.push(`${beforeYear}年是${shownFloat(before)}${unit}`)
  const guess =
    slip === undefined ? '请核对原始数据' : `${slip.cause}，如是，应为${shownFloat(slip.meant)}${unit}左右，请核对`
  return `${parts.join('；')}。${guess}；情况属实的，请写明原因`
}
