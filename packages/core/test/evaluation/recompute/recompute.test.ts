import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { RegisterRow } from '../../../src/collection/index.ts'
import { planPack, type RowEdit, type StandingCounty, standCounty } from '../../../src/evaluation/index.ts'
import type { Pack } from '../../../src/packs/index.ts'
import { allClear, townshipPack, townshipRow } from '../rated-townships.ts'
import { countyRows, row, smallPack } from '../small-county.ts'
import { changeAndCompare } from './same-as-anew.ts'

const stand = (pack: Pack, rows: readonly RegisterRow[]): StandingCounty =>
  standCounty({ plan: planPack(pack), rows, packHash: 'p', snapshot: 's', runId: 'r', program: '0' })

const schools = [
  { code: '1', primary: '100', junior: '50', books: '3000' },
  { code: '2', primary: '200', books: '3000' },
  { code: '3', junior: '300', books: '9500' },
  { code: '4', primary: '40', books: '900', roster: { point: true } },
  { code: '5', primary: '80', books: '2000', silent: true },
]

const with2024 = [...countyRows(schools, {}, 2024), ...countyRows(schools)]

const rowOf = ({ input }: StandingCounty, register: string, code: string): RegisterRow => {
  const found = input.rows.find((one) => one.register === register && one.values.code === code && one.year === 2025)
  if (found === undefined) throw new Error(`no row of ${code}`)
  return found
}

const changed = (before: RegisterRow, values: RegisterRow['values']): RowEdit => ({
  before,
  after: { ...before, values: { ...before.values, ...values } },
})

describe('a county after a change of some cells', () => {
  it('says the same as one evaluated anew, and tells what turned', () => {
    const county = stand(smallPack, with2024)
    const { changes, isLocal } = changeAndCompare(county, [changed(rowOf(county, 'form', '2'), { books: '4000' })])
    expect(isLocal).toBe(true)
    expect(changes).toContainEqual(
      expect.objectContaining({ title: '生均图书', before: '15.00 册/生', after: '20.00 册/生', state_after: 'met' }),
    )
    expect(changes).toContainEqual(expect.objectContaining({ kind: 'figure', title: '规模' }))
  })

  it('carries nothing that a doubt reaches', () => {
    const county = stand(smallPack, with2024)
    const { next } = changeAndCompare(county, [changed(rowOf(county, 'form', '2'), { books: '0' })])
    expect(next.county.figure('books_each', '2/小学')?.status).toBe('doubtful')
    const { next: mended } = changeAndCompare(next, [changed(rowOf(next, 'form', '2'), { books: '4000' })])
    expect(mended.county.figure('books_each', '2/小学')?.status).toBe('known')
    expect(mended.result.evaluation).toBe(mended.result.first)
  })

  it('takes in a form that was missing, and gives it back', () => {
    const county = stand(smallPack, with2024)
    const form = row('form', { code: '5', primary_pupils: '80', junior_pupils: '0', books: '100', built_early: false })
    const { next, changes, isLocal } = changeAndCompare(county, [{ after: form }])
    expect(isLocal).toBe(true)
    expect(changes[0]).toMatchObject({ kind: 'section', title: '校际均衡', before: '待定' })
    const { next: back } = changeAndCompare(next, [{ before: form }])
    expect(back.county.assessment().figures).toEqual(county.county.assessment().figures)
  })

  it('evaluates anew when it changes who is there', () => {
    const county = stand(smallPack, with2024)
    const { isLocal, next } = changeAndCompare(county, [changed(rowOf(county, 'roster', '2'), { has_junior: true })])
    expect(isLocal).toBe(false)
    expect(next.county.figure('books_each', '2/初中')).toBeDefined()
  })

  it('knows that a cell of the register of units may decide who counts', () => {
    const county = stand(smallPack, with2024)
    const { isLocal, next } = changeAndCompare(county, [changed(rowOf(county, 'roster', '1'), { town: '西镇' })])
    expect(isLocal).toBe(true)
    expect(next.county.subjectsOf('school_grain')[0]?.attributes).toMatchObject({ 乡镇: '西镇' })
  })

  it('renews points, grades and effects', () => {
    const form = townshipRow('1', { ...allClear, retention: 98, visits: 5, pledges: 3, nursery: 2 })
    const county = stand(townshipPack, [form])
    const { changes, isLocal } = changeAndCompare(county, [changed(form, { accident: true })])
    expect(isLocal).toBe(true)
    expect(changes.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['rating', 'effect']))
  })

  it('agrees with evaluating anew after any chain of changes', () => {
    const cell = fc.option(fc.integer({ min: 0, max: 400 }).map(String), { nil: undefined })
    const edit = fc.record({
      code: fc.constantFrom('1', '2', '3', '4'),
      column: fc.constantFrom('primary_pupils', 'junior_pupils', 'books', 'built_early'),
      cell,
    })
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 6 }), (edits) => {
        let county = stand(smallPack, with2024)
        for (const { code, column, cell: text } of edits) {
          const before = rowOf(county, 'form', code)
          const { [column]: _, ...rest } = before.values
          const value = column === 'built_early' ? text !== undefined && Number(text) % 2 === 0 : text
          const after = { ...before, values: value === undefined ? rest : { ...rest, [column]: value } }
          county = changeAndCompare(county, [{ before, after }]).next
        }
      }),
      { numRuns: 25, seed: 20251126 },
    )
  })
})
