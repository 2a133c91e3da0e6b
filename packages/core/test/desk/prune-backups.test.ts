import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { backupsToPrune, type DatedBackup } from '../../src/desk/index.ts'

const today = '2026-11-26'
const of = (day: string, check: DatedBackup['check'] = 'good', at = '090000'): DatedBackup => ({
  name: `${day} ${at}`,
  check,
  day,
})

describe('old backups', () => {
  it('go when more days than are kept have a newer sound one', () => {
    const backups = [of(today), of('2026-11-25'), of('2026-11-20'), of('2026-11-10')]
    expect(backupsToPrune(backups, today, 2)).toEqual(['2026-11-10 090000'])
    expect(backupsToPrune(backups, today, 14)).toEqual([])
  })

  it('leave the newest of each day before today, and all of today', () => {
    const backups = [
      of(today, 'good', '2'),
      of(today, 'good', '1'),
      of('2026-11-25', 'good', '2'),
      of('2026-11-25', 'good', '1'),
    ]
    expect(backupsToPrune(backups, today, 14)).toEqual(['2026-11-25 1'])
  })

  it('are not counted when they are not sound, and wait for somebody to look', () => {
    const backups = [of('2026-11-25', 'changed'), of('2026-11-24'), of('2026-11-23', 'unchecked'), of('2026-11-22')]
    expect(backupsToPrune(backups, today, 1)).toEqual(['2026-11-23 090000', '2026-11-22 090000'])
    expect(backupsToPrune([of('2026-11-01', 'changed'), of('2026-10-01', 'unchecked')], today, 1)).toEqual([])
  })

  it('never the newest sound one, whatever there is', () => {
    const check = fc.constantFrom<DatedBackup['check']>('good', 'changed', 'unchecked')
    const day = fc.integer({ min: 1, max: 28 }).map((one) => `2026-11-${String(one).padStart(2, '0')}`)
    fc.assert(
      fc.property(fc.array(fc.tuple(day, check), { maxLength: 30 }), fc.integer({ min: 0, max: 20 }), (drawn, keep) => {
        const backups = drawn
          .toSorted(([one], [other]) => (one < other ? 1 : -1))
          .map(([on, state], at) => of(on, state, String(at)))
        const newest = backups.find((one) => one.check === 'good')
        const pruned = backupsToPrune(backups, today, keep)
        if (newest !== undefined) expect(pruned).not.toContain(newest.name)
        else expect(pruned).toEqual([])
        // What is left is settled: nothing more goes.
        expect(
          backupsToPrune(
            backups.filter(({ name }) => !pruned.includes(name)),
            today,
            keep,
          ),
        ).toEqual([])
      }),
    )
  })
})
