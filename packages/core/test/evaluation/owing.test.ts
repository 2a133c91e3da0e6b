import type { RegisterRow } from '@eduduty/core/collection'
import type { Column, Pack } from '@eduduty/core/packs'
import { expect, test } from 'vitest'
import { countyRows, evaluate, smallPack } from './small-county.ts'

const good = { code: 'A', primary: '100', books: '2500' }

const owingOf = (rows: readonly RegisterRow[], pack: Pack = smallPack) =>
  evaluate(rows, pack)
    .assessment()
    .coverage.registers.find(({ register }) => register === 'form')

const withForm = (change: (column: Column) => Column): Pack => ({
  ...smallPack,
  registers: smallPack.registers.map((one) => (one.id === 'form' ? { ...one, columns: one.columns.map(change) } : one)),
})

const needsBooks = (more: Partial<Column> = {}): Pack =>
  withForm((column) => (column.id === 'books' ? { ...column, required: true, ...more } : column))

test('a school whose cell was refused has reported, and owes that item', () => {
  const rows = countyRows([good, { code: 'B', primary: '300' }]).map((row) =>
    row.register === 'form' && row.values.code === 'B' ? { ...row, refused: { cells: { books: '约500' } } } : row,
  )
  expect(owingOf(rows)).toMatchObject({
    expected: 2,
    reported: 2,
    missing: [],
    owing: [{ unit: 'B', name: '学校B', columns: [{ id: 'books', title: '图书' }] }],
  })
})

test('a blank required item is owed, one that does not apply to the school is not', () => {
  const rows = countyRows([good, { code: 'B', primary: '300' }])
  expect(owingOf(rows)?.owing).toEqual([])
  expect(owingOf(rows, needsBooks())?.owing).toMatchObject([{ unit: 'B' }])
  expect(owingOf(rows, needsBooks({ applicable: '早年建成' }))?.owing).toEqual([])
})

test('a blank item that a failed mandatory check asks for is owed', () => {
  const pack: Pack = {
    ...smallPack,
    checks: [
      {
        id: 'books_given',
        title: '图书必填',
        register: 'form',
        rule: '小学学生数 < 200 或 已报(图书)',
        severity: '强制',
        message: '请填图书',
        columns: ['books'],
      },
    ],
  }
  const rows = countyRows([
    { code: 'A', primary: '100' },
    { code: 'B', primary: '300' },
  ])
  expect(owingOf(rows, pack)?.owing).toMatchObject([{ unit: 'B', columns: [{ title: '图书' }] }])
})

test('a school that sent nothing is missing and not named twice', () => {
  const rows = countyRows([good, { code: 'E', primary: '100', silent: true }])
  expect(owingOf(rows, needsBooks())).toMatchObject({ missing: [{ unit: 'E' }], owing: [] })
})
