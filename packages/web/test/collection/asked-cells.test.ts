import type { FormColumn, ReturnedCell, TaskDetail, TaskEntry } from '@eduduty/core/collection/tasks'
import { expect, it } from 'vitest'
import { cellPatches } from '../../src/collection/fill/cell-patches.ts'
import { FORM_ROW } from '../../src/collection/fill/form-shape.ts'
import { staysLocked } from '../../src/collection/fill/open-cells.ts'
import { tiedCells } from '../../src/collection/review/tied-cells.ts'
import { missingText, nextStep } from '../../src/collection/tasks/task-standing.ts'
import { taskEntry as task } from './task-entry.ts'

const column = (id: string, linked: string[] = []): FormColumn => ({
  id,
  title: id,
  type: 'integer',
  required: true,
  linked,
  is_key: false,
})

const returned = (id: string, purpose: ReturnedCell['purpose']): ReturnedCell => ({
  return_id: id,
  row_no: 1,
  column: id,
  column_title: id,
  purpose,
  found_text: '',
  reason: '与台账不一致',
  due_on: '2026-11-28',
  returned_by: '沈督导',
  returned_at: '2026-11-25T00:00:00Z',
  is_answered: purpose !== 'mend',
  is_settled: false,
})

const detail: TaskDetail = {
  task,
  is_locked: false,
  columns: [column('classes', ['band', 'pupils']), column('band'), column('pupils'), column('founded')],
  rows: [{ row_no: 1, cells: {}, refused: {}, not_applicable: [], last_year: {} }],
  row_is: '',
  reporter: '',
  note: '',
  basis: '',
  row_from: 0,
  row_total: 1,
  findings: [],
  events: [],
  permits: [{ deed: 'ask_unlock', allowed: true }],
  requests: [],
  countersigns: [],
  uploads: [],
  versions: [],
  returns: [returned('classes', 'mend'), returned('band', 'linked'), returned('pupils', 'asked')],
}

it('shows a cell that was only asked for as locked, and says that somebody will decide', () => {
  const cells = new Map(cellPatches(detail).flatMap((one) => (one.row === FORM_ROW ? [[one.column, one.cell]] : [])))
  expect(cells.get('classes')?.state).toBe('commented')
  expect(cells.get('band')?.state).not.toBe('locked')
  expect(cells.get('pupils')).toMatchObject({ state: 'locked', message: expect.stringContaining('已申请解锁') })
  expect(cells.get('founded')).toMatchObject({ state: 'locked', message: expect.stringContaining('申请解锁本格') })
})

it('knows which cells stay locked: none where only the whole was returned', () => {
  const locked = (returns: ReturnedCell[]) =>
    detail.columns.map(({ id }) => staysLocked({ task, returns }, { row: 1, column: id }))
  expect(locked(detail.returns)).toEqual([false, false, true, true])
  expect(locked([{ ...returned('', 'mend'), row_no: 0 }])).toEqual([false, false, false, false])
})

it('names what opens with a returned cell once, and neither what is returned itself nor what need not be filled', () => {
  const at = (column: string) => ({ row: 1, column })
  expect(tiedCells(detail, [at('classes')])).toEqual({ tied: [at('band'), at('pupils')], freed: [] })
  expect(tiedCells(detail, [at('classes'), at('band')]).tied).toEqual([at('pupils')])
  const rows = detail.rows.map((row) => ({ ...row, not_applicable: ['pupils'] }))
  expect(tiedCells({ ...detail, rows }, [at('classes')])).toEqual({ tied: [at('band')], freed: [at('pupils')] })
})

it('tells a reviewer that a cell was not sent back, not to ask for it', () => {
  const permits = detail.permits.filter(({ deed }) => deed !== 'ask_unlock')
  const told = cellPatches({ ...detail, permits }).find((one) => one.row === FORM_ROW && one.column === 'founded')
  expect(told?.cell.message).toBe('这次没有退回这一格，单位现在不能改。')
})

it('does not call a task handed to somebody else this person’s turn', () => {
  const looker = { verbs: ['collection.review'], units: [], today: '2026-11-26' }
  const lies: TaskEntry = { ...task, state: 'submitted', holder: { side: 'review' } }
  expect(nextStep({ ...lies, at_me: true }, looker).isMine).toBe(true)
  expect(nextStep({ ...lies, at_me: false }, looker).isMine).toBe(false)
})

it('offers those who answer it what a unit asked for, though the form lies with the unit or with nobody', () => {
  const looker = { verbs: ['collection.review'], units: [], today: '2026-11-26' }
  const frozen: TaskEntry = { ...task, state: 'frozen', holder: { side: 'nobody' }, requested: ['correction'] }
  expect(nextStep({ ...frozen, at_me: true }, looker)).toMatchObject({ word: '答复申请', isMine: true })
  expect(nextStep({ ...frozen, at_me: false }, looker).isMine).toBe(false)
  expect(missingText(frozen)).toBe('申请更正，等待答复')
})
