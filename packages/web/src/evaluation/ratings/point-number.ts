import type { PointsView } from '@eduduty/core/evaluation'

/** Points as a number to sort and compare by, the sure ones while the rest is open; exact judging never uses it. */
export function pointNumber({ value, low }: PointsView): number | undefined {
  const text = value ?? low
  if (text === undefined) return undefined
  const [over = '', under = '1'] = text.split('/')
  return Number(over) / Number(under)
}
