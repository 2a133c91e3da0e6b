import { describe, expect, it } from 'vitest'
import {
  chinaMinute,
  chinaTime,
  dayAfter,
  dayBefore,
  dayInWords,
  dayOf,
  daysBetween,
} from '../../src/calendar/index.ts'

describe('times for people', () => {
  it('are Beijing’s, whatever zone the machine is set to', () => {
    const instant = '2026-08-31T16:30:45.123Z'
    expect(chinaTime(instant)).toBe('2026-09-01 00:30:45')
    expect(chinaMinute(new Date(instant))).toBe('2026-09-01 00:30')
    expect(dayOf(new Date(instant))).toBe('2026-09-01')
  })

  it('leave what is no instant as it is', () => {
    expect(chinaMinute('昨天 08:15:30')).toBe('昨天 08:15:30')
  })

  it('count days over the ends of months and years', () => {
    expect(dayAfter('2024-02-28')).toBe('2024-02-29')
    expect(dayBefore('2026-01-01')).toBe('2025-12-31')
    expect(daysBetween('2025-12-30', '2026-01-02')).toBe(3)
    expect(daysBetween('2026-01-02', '2025-12-30')).toBe(-3)
    expect(dayInWords('2026-11-05')).toBe('2026年11月5日')
  })
})
