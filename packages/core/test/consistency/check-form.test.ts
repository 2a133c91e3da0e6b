import { describe, expect, it } from 'vitest'
import type { CellValue, RegisterRow } from '../../src/collection/index.ts'
import { checkForm } from '../../src/consistency/index.ts'
import { planPack } from '../../src/evaluation/index.ts'
import type { Check, Pack } from '../../src/packs/index.ts'
import { smallPack } from '../evaluation/small-county.ts'

const soft = { severity: '核实' as const }
const checks: readonly Check[] = [
  {
    id: 'books_enough',
    title: '图书与学生',
    register: 'form',
    rule: 'primary_pupils > 0 或 books ≤ primary_pupils × 100',
    severity: '强制',
    message: '图书{books|0}册，小学学生{primary_pupils|0}人',
  },
  {
    id: 'closed_but_full',
    title: '停办',
    register: 'form',
    rule: '非 名册.停办 或 primary_pupils = 0',
    ...soft,
    message: '已停办',
  },
  {
    id: 'point_books',
    title: '教学点图书',
    register: 'roster',
    rule: '非 教学点 或 填报表.books > 0',
    ...soft,
    message: '教学点没有图书',
  },
  {
    id: 'county_only',
    title: '全县',
    grain: 'county',
    rule: '合计(填报表.books) > 0',
    ...soft,
    message: '全县没有图书',
  },
]

const unitless: Pack = {
  ...smallPack,
  registers: smallPack.registers.map((register) => ({
    ...register,
    columns: register.columns.map(({ unit: _, ...column }) => column),
  })),
  indicators: [],
  elements: [],
  groups: [],
  sections: [],
  effects: [],
  checks: [...checks],
}
const { verdict: _, ...pack } = unitless
const plan = planPack(pack)

const rowOf = (register: string, values: Readonly<Record<string, CellValue>>): RegisterRow => ({
  register,
  year: 2024,
  values,
  source: { file: '', sheet: '', row: 0, cellOf: () => undefined },
})
const roster = rowOf('roster', {
  code: '1',
  name: '甲小学',
  has_primary: true,
  has_junior: false,
  closed: false,
  point: true,
  town: '东镇',
})
const check = (form: Readonly<Record<string, CellValue>>) =>
  checkForm({ plan, register: 'form', year: 2024, rows: [roster, rowOf('form', { code: '1', ...form })] })

describe('checks of one form', () => {
  it('names a failed check with both sides, its values and its cells', () => {
    const { failed } = check({ primary_pupils: '0', junior_pupils: '0', built_early: false, books: '12' })
    expect(failed).toMatchObject([
      {
        check: 'books_enough',
        severity: '强制',
        message: '甲小学：图书12册，小学学生0人',
        cells: [
          { row: 0, column: 'primary_pupils' },
          { row: 0, column: 'books' },
        ],
        sides: [{ value: '12' }, { value: '0' }],
      },
    ])
  })

  it('counts what holds and what cannot be said yet, and leaves the county as a whole alone', () => {
    const { failed, passed, unknown } = check({ primary_pupils: '5', junior_pupils: '0', built_early: false })
    expect(failed).toEqual([])
    expect({ passed, unknown }).toEqual({ passed: 2, unknown: 1 })
  })

  it('asks the rules of other registers that read the form', () => {
    const { failed } = check({ primary_pupils: '5', junior_pupils: '0', built_early: false, books: '0' })
    expect(failed).toMatchObject([{ check: 'point_books', cells: [{ column: 'books' }] }])
  })
})
