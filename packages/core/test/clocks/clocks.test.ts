import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addWorkingDays,
  countWorkingDays,
  dayAfter,
  daysAfter,
  isWorkingDay,
  makeWorkingCalendar,
  workingDayFrom,
} from '../../src/calendar/index.ts'
import { type ClockEvent, clockOf, firingsOf, sayLadder, sayLength, sweepClock } from '../../src/clocks/index.ts'
import type { ClockRule } from '../../src/packs/index.ts'

/** October 2026: 1 to 7 are free, 10 (Saturday) is worked; September 20 (Sunday) is worked, 25 is free. */
const calendar = makeWorkingCalendar([
  { year: 2025, rest: ['2025-01-01'], work: [] },
  {
    year: 2026,
    rest: [
      '2026-01-01',
      '2026-01-02',
      '2026-09-25',
      '2026-10-01',
      '2026-10-02',
      '2026-10-05',
      '2026-10-06',
      '2026-10-07',
    ],
    work: ['2026-01-04', '2026-09-20', '2026-10-10'],
  },
])

const rule = (more: Partial<ClockRule> = {}): ClockRule => ({
  id: 'reply',
  title: '答复',
  length: { amount: 5, unit: '工作日' },
  rest_end: '顺延',
  remind: [3, 1],
  ladder: [
    { after: 1, unit: '工作日', at: '本单位', post: '主要负责人' },
    { after: 5, unit: '工作日', at: '县', post: '分管县长' },
  ],
  ...more,
})

const dueOf = (one: ClockRule, ...events: ClockEvent[]) => clockOf(one, events, calendar)

describe('working days', () => {
  it('are those of the notice: weekends that are worked, weekdays that are free', () => {
    expect(isWorkingDay(calendar, '2026-10-10')).toBe(true)
    expect(isWorkingDay(calendar, '2026-10-07')).toBe(false)
    expect(isWorkingDay(calendar, '2026-10-11')).toBe(false)
    expect(addWorkingDays(calendar, '2026-09-30', 3)).toEqual({ day: '2026-10-10' })
    expect(addWorkingDays(calendar, '2025-12-31', 1)).toEqual({ day: '2026-01-04' })
    expect(workingDayFrom(calendar, '2026-10-03')).toEqual({ day: '2026-10-08' })
  })

  it('are never guessed: a year without a notice is named', () => {
    expect(addWorkingDays(calendar, '2026-12-30', 3)).toEqual({ missing: 2027 })
    expect(isWorkingDay(calendar, '2027-03-01')).toBeUndefined()
    expect(countWorkingDays(calendar, '2026-12-01', '2027-01-05')).toEqual({ missing: 2027 })
    expect(workingDayFrom(calendar, '2027-01-01')).toEqual({ missing: 2027 })
  })

  it('added and counted are the same thing', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 600 }), fc.integer({ min: 1, max: 80 }), (at, amount) => {
        const from = daysAfter('2025-01-01', at)
        const to = addWorkingDays(calendar, from, amount)
        if ('missing' in to) return
        expect(countWorkingDays(calendar, from, to.day)).toEqual({ days: amount })
        expect(isWorkingDay(calendar, to.day)).toBe(true)
      }),
    )
  })
})

describe('a clock', () => {
  it('does not count its first day, and counts calendar days, working days and months as the law does', () => {
    expect(dueOf(rule(), { type: 'start', on: '2026-09-30' }).dueOn).toBe('2026-10-13')
    const days = rule({ length: { amount: 5, unit: '自然日' } })
    expect(dueOf(days, { type: 'start', on: '2026-09-29' })).toMatchObject({
      countedOn: '2026-10-04',
      dueOn: '2026-10-08',
    })
    expect(dueOf({ ...days, rest_end: '不顺延' }, { type: 'start', on: '2026-09-29' }).dueOn).toBe('2026-10-04')
    const months = rule({ length: { amount: 1, unit: '月' }, rest_end: '不顺延' })
    expect(dueOf(months, { type: 'start', on: '2026-01-31' }).dueOn).toBe('2026-02-28')
  })

  it('stands still while paused, and what was late stays late', () => {
    const paused = [
      { type: 'start', on: '2026-10-12' },
      { type: 'pause', on: '2026-10-14' },
    ] as const
    expect(dueOf(rule(), ...paused)).toMatchObject({ state: 'paused', dueOn: '2026-10-19' })
    expect(firingsOf(dueOf(rule(), ...paused), calendar)).toEqual([])
    expect(dueOf(rule(), ...paused, { type: 'resume', on: '2026-10-23' }).dueOn).toBe('2026-10-28')
    const late = dueOf(
      rule(),
      { type: 'start', on: '2026-10-12' },
      { type: 'pause', on: '2026-10-26' },
      { type: 'resume', on: '2026-11-02' },
    )
    expect(late.dueOn).toBe('2026-10-19')
  })

  it('is extended from its due day and stops for good', () => {
    const longer = dueOf(rule(), { type: 'start', on: '2026-10-12' }, { type: 'extend', on: '2026-10-16', amount: 3 })
    expect(longer).toMatchObject({ dueOn: '2026-10-22', extended: 3 })
    const stopped = dueOf(
      rule(),
      { type: 'start', on: '2026-10-12' },
      { type: 'stop', on: '2026-10-13' },
      { type: 'extend', on: '2026-10-14', amount: 3 },
    )
    expect(stopped).toMatchObject({ state: 'stopped', dueOn: '2026-10-19' })
  })

  it('waits for a missing calendar, and is told anew when it comes', () => {
    const events: ClockEvent[] = [{ type: 'start', on: '2026-12-29' }]
    expect(clockOf(rule(), events, calendar)).toMatchObject({ missing: 2027 })
    expect(sweepClock(clockOf(rule(), events, calendar), '2026-12-30', new Set(), calendar)).toEqual({
      fire: [],
      nextOn: '2026-12-31',
    })
    const longer = makeWorkingCalendar([
      { year: 2026, rest: [], work: [] },
      { year: 2027, rest: ['2027-01-01'], work: [] },
    ])
    expect(clockOf(rule(), events, longer).dueOn).toBe('2027-01-06')
  })
})

describe('what a clock does by itself', () => {
  it('reminds, says that it is late, and goes up the ladder, each on its day', () => {
    const clock = dueOf(rule(), { type: 'start', on: '2026-10-08' })
    expect(firingsOf(clock, calendar).map(({ kind, on, rung }) => [kind, on, rung?.post])).toEqual([
      ['remind', '2026-10-11', undefined],
      ['remind', '2026-10-13', undefined],
      ['overdue', '2026-10-15', undefined],
      ['escalate', '2026-10-15', '主要负责人'],
      ['escalate', '2026-10-21', '分管县长'],
    ])
  })

  it('misses nothing and does nothing twice, however days are swept: outage, clock set back, extension between', () => {
    const day = fc.integer({ min: -10, max: 60 })
    fc.assert(
      fc.property(
        fc.array(day, { minLength: 1, maxLength: 30 }),
        fc.option(fc.integer({ min: 0, max: 20 })),
        (days, at) => {
          const events: ClockEvent[] = [{ type: 'start', on: '2026-08-03' }]
          const done = new Map<string, number>()
          for (const [turn, number] of days.entries()) {
            if (turn === at) events.push({ type: 'extend', on: '2026-08-05', amount: 4 })
            const today = daysAfter('2026-08-03', number)
            for (const { key, on } of sweepClock(
              clockOf(rule(), events, calendar),
              today,
              new Set(done.keys()),
              calendar,
            ).fire) {
              expect(on <= today).toBe(true)
              done.set(key, (done.get(key) ?? 0) + 1)
            }
          }
          const last = daysAfter('2026-08-03', Math.max(...days))
          const clock = clockOf(rule(), events, calendar)
          for (const { key, on } of firingsOf(clock, calendar))
            if (on <= last && days.at(-1) === Math.max(...days)) expect(done.get(key)).toBe(1)
          expect([...done.values()].every((times) => times === 1)).toBe(true)
        },
      ),
    )
  })

  it('looks again on the next day that brings something', () => {
    const clock = dueOf(rule(), { type: 'start', on: '2026-10-08' })
    const looks: string[] = []
    for (let on: string | undefined = '2026-10-08'; on !== undefined; ) {
      looks.push(on)
      on = sweepClock(clock, on, new Set(), calendar).nextOn
    }
    expect(looks).toEqual(['2026-10-08', '2026-10-11', '2026-10-13', '2026-10-15', '2026-10-21'])
    expect(dayAfter('2026-10-21')).toBe('2026-10-22')
  })
})

describe('lengths in words', () => {
  it('are said with the word that goes with a number', () => {
    const units = ['自然日', '工作日', '月', '年', '次']
    expect(units.map((unit) => sayLength({ amount: 3, unit }))).toEqual(['3天', '3个工作日', '3个月', '3年', '3次'])
    expect(sayLadder(rule())).toBe('到期前3、1天提醒；逾期1个工作日告知本单位主要负责人；逾期5个工作日告知县分管县长')
  })
})
