import type { Column, Register } from '@eduduty/core/packs'
import { expect, it } from 'vitest'
import { cellTexts, judgeEdit } from '../../../src/collection/entry/judge-edit.ts'
import { guardOf } from '../../../src/collection/rows/cell-guard.ts'
import { testKeyring } from '../../harness/doors.ts'
import { idNumber } from '../roster-world.ts'
import { loadTaskPack } from './task-pack-of.ts'

const column: Column = { id: 'id_number', title: '身份证号', type: 'text', personal: 'identity' }
const register: Register = {
  id: 'people',
  title: '名册',
  row_is: '一人',
  period: '学年',
  reporter: '学校',
  columns: [column],
}
const guard = guardOf(testKeyring(), register, '990101')
const stored = (text: string) => ({
  rowNo: 1,
  sourceRow: undefined,
  values: { id_number: guard?.close(column, text) ?? '' },
  refused: {},
})
const judge = async (held: string, from: string, to: string) =>
  judgeEdit(cellTexts(await loadTaskPack(), guard), {
    stored: stored(held),
    column,
    edit: { row_no: 1, column: column.id, from, to },
    isOpen: true,
  })

it('a sealed number typed again after a lost answer is no conflict and no change', async () => {
  const number = idNumber(7)
  const { result, taken } = await judge(number, '', number)
  expect(result).toMatchObject({ state: 'saved', text: `${number.slice(0, 3)}***********${number.slice(-4)}` })
  expect(taken).toBeUndefined()
})

it('another number is a conflict for whoever saw an empty cell, and a change for whoever saw this one', async () => {
  const [held, typed] = [idNumber(7), idNumber(8)]
  expect((await judge(held, '', typed)).result.state).toBe('conflict')
  const seen = `${held.slice(0, 3)}***********${held.slice(-4)}`
  const { result, taken } = await judge(held, seen, typed)
  expect(result.state).toBe('saved')
  expect(JSON.stringify([result, taken?.from, taken?.to])).not.toContain(typed)
  expect(guard?.reveal(column, String(taken?.value))).toBe(typed)
})
