import type { PeriodProgress } from '@eduduty/core/collection'
import { expect, it } from 'vitest'
import { bulletinModel } from '../../../src/collection/progress/bulletin-model.ts'

const line = (key: string, title: string, tasks: number, submitted: number): PeriodProgress['by_township'][number] => ({
  key,
  title,
  tasks,
  states: {},
  submitted,
  overdue: 0,
  hard: 0,
})

/** Of 3,001 tables one is missing less than can be seen by rounding. */
const progress = (owing: number, behind: Partial<PeriodProgress['owing'][number]> = {}): PeriodProgress => ({
  period: {
    county_code: '990101',
    period_id: 'p',
    title: '2025年采集',
    pack_id: 'x',
    pack_title: '标准',
    year: 2025,
    term: '',
    opens_on: '2026-11-01',
    closes_on: '2026-11-30',
    status: 'open',
    opened_by: '督导办',
    opened_at: '2026-11-01T00:00:00Z',
    registers: 1,
    units: 3001,
    tasks: 3001,
    states: {},
    overdue: 0,
    requests: 0,
  },
  by_township: [line('', '县直属', 3001, 3000)],
  by_kind: [],
  by_register: [line('r', '表1 学校填报表', 3001, 3000)],
  owing: Array.from({ length: owing }, (_, at) => ({
    unit_id: `S${at}`,
    unit_name: `第${at + 1}小学`,
    township: at % 2 === 0 ? '' : '石桥镇',
    tables: ['学校填报表'],
    returned: [],
    overdue_days: 0,
    due_on: '2026-11-30',
    reminded_count: 0,
    may_report: true,
    is_reminded_next: true,
    ...behind,
  })),
})

const textOf = (owing: number, behind: Partial<PeriodProgress['owing'][number]> = {}): string =>
  JSON.stringify(
    bulletinModel({ progress: progress(owing, behind), today: '2026-11-25', county: '试验县', signer: '' }).blocks,
  )

it('names every unit that owes something, also those that its table has no room for', () => {
  for (const count of [1, 60, 61, 200]) {
    const text = textOf(count)
    const missing = Array.from({ length: count }, (_, at) => `第${at + 1}小学`).filter((name) => !text.includes(name))
    expect(missing).toEqual([])
  }
})

it('says 上报率, 县直属 and 张 as the page does, and 100% only when nothing is missing', () => {
  const text = textOf(61)
  expect(text).toContain('占99.9%')
  expect(text).not.toContain('100.0%')
  expect(text).toContain('已上报3000张')
  expect(text).not.toContain('份')
  expect(text.replaceAll('县直属', '')).not.toContain('县直')
})

it('asks for what is owing by the day that it is owed, by no day that is over, and for nothing where nobody owes', () => {
  expect(textOf(2)).toContain('期限为2026年11月30日的单位要在当日前（含当日）完成上报')
  expect(textOf(2, { due_on: '2026-12-05' })).toContain('期限为2026年12月5日的单位')
  const late = textOf(2, { due_on: '2026-11-20', overdue_days: 5 })
  expect(late).toContain('已逾期的单位要说明原因，立即补报。')
  expect(late).toContain('2026年11月20日（已逾期5天）')
  expect(textOf(1, { returned: ['学校填报表'] })).toContain('《学校填报表》（退回待改）')
  expect(late).not.toContain('完成上报')
  expect(textOf(0)).not.toContain('有关要求')
})
