import { describe, expect, test } from 'vitest'
import { codeMatches } from '../../src/platform/grid/code-matches.ts'
import { commandOf, type GridMode } from '../../src/platform/grid/grid-keys.ts'
import { drawnStretches, gridLines, headSpans } from '../../src/platform/grid/grid-lines.ts'
import { planPaste } from '../../src/platform/grid/plan-paste.ts'
import { boundsOf, type Motion, moved, type Selection, selectOne } from '../../src/platform/grid/selection.ts'
import { gridShape, type Place } from '../../src/platform/grid/shape.ts'
import { columns, rowsOf } from '../grid-page/sample-form.ts'

const rows = rowsOf(4, true)
const table = gridShape(columns, rows, 'table')
const form = gridShape(columns, rows.slice(0, 1), 'form')

describe('moving', () => {
  const from = (y: number, x: number, ...motions: Motion[]) =>
    motions.reduce<Selection | undefined>(
      (selection, motion) => selection && moved(selection, motion, table, { page: 3 }),
      selectOne({ y, x }),
    )?.focus

  test('stays within the grid, and goes to ends and by pages', () => {
    expect(from(0, 0, 'up', 'left')).toEqual({ y: 0, x: 0 })
    expect(from(3, 7, 'down', 'right')).toEqual({ y: 3, x: 7 })
    expect(from(1, 3, 'lineEnd')).toEqual({ y: 1, x: 7 })
    expect(from(1, 3, 'gridEnd')).toEqual({ y: 3, x: 7 })
    expect(from(3, 3, 'pageUp')).toEqual({ y: 0, x: 3 })
    expect(from(1, 3, 'pageDown')).toEqual({ y: 3, x: 3 })
  })

  test('Tab goes on into the next row, and out of the grid at its ends', () => {
    expect(from(0, 7, 'next')).toEqual({ y: 1, x: 0 })
    expect(from(1, 0, 'previous')).toEqual({ y: 0, x: 7 })
    expect(from(3, 7, 'next')).toBeUndefined()
    expect(from(0, 0, 'previous')).toBeUndefined()
  })

  test('Enter after a run of Tabs goes below where the run began', () => {
    expect(from(0, 2, 'next', 'next', 'next', 'enter')).toEqual({ y: 1, x: 2 })
    expect(from(0, 2, 'next', 'left', 'enter')).toEqual({ y: 1, x: 2 })
    expect(from(0, 2, 'right', 'enter')).toEqual({ y: 1, x: 3 })
  })

  test('Shift stretches a range from where it began', () => {
    const range = [1, 2].reduce<Selection>(
      (selection) => moved(selection, 'down', table, { extend: true }) ?? selection,
      selectOne({ y: 0, x: 4 }),
    )
    expect(boundsOf(range)).toEqual({ top: 0, left: 4, bottom: 2, right: 4 })
  })

  test('in the form the next item is below', () => {
    expect(moved(selectOne({ y: 0, x: 0 }), 'next', form)?.focus).toEqual({ y: 1, x: 0 })
    expect(form.at({ y: 4, x: 0 })?.column.id).toBe('pupils')
  })
})

describe('keys', () => {
  const press = (key: string, mode: GridMode, held: { ctrl?: boolean; shift?: boolean; alt?: boolean } = {}) =>
    commandOf({ key, ctrl: false, shift: false, alt: false, ...held }, mode)

  test('letters, Ctrl+C and Ctrl+V are left to the field', () => {
    for (const key of ['a', '1', '中', 'Process']) expect(press(key, 'ready')).toBeUndefined()
    for (const key of ['c', 'v', 'x']) expect(press(key, 'ready', { ctrl: true })).toBeUndefined()
  })

  test('arrows finish what was typed, but move within a text under F2', () => {
    expect(press('ArrowLeft', 'typing')).toEqual({ do: 'move', motion: 'left', extend: false })
    expect(press('ArrowLeft', 'editing')).toBeUndefined()
    expect(press('Home', 'typing')).toBeUndefined()
    expect(press('z', 'typing', { ctrl: true })).toBeUndefined()
    expect(press('z', 'ready', { ctrl: true })).toEqual({ do: 'undo' })
    expect(press('Z', 'ready', { ctrl: true, shift: true })).toEqual({ do: 'redo' })
    expect(press(' ', 'typing')).toBeUndefined()
  })
})

describe('pasting', () => {
  const isOpen = ({ key }: Place) => key !== 's2\tpupils'
  const cellsOf = (plan: ReturnType<typeof planPaste>) => plan.typed.map(({ place, text }) => `${place.key}=${text}`)

  test('goes from the upper left cell on, over locked cells without touching them', () => {
    const block = [
      ['1', '2'],
      ['3', '4'],
    ]
    const plan = planPaste(block, selectOne({ y: 0, x: 4 }), table, isOpen)
    expect(cellsOf(plan)).toEqual(['s1\tpupils=1', 's1\tclasses=2', 's2\tclasses=4'])
    expect(plan).toMatchObject({ skipped: 1, linesBeyond: 0, fieldsBeyond: 0 })
    expect(plan.covered).toEqual({ top: 0, left: 4, bottom: 1, right: 5 })
  })

  test('counts what has no place', () => {
    const plan = planPaste([['1', '2', '3'], ['4'], ['5']], selectOne({ y: 2, x: 6 }), table, isOpen)
    expect(cellsOf(plan)).toEqual(['s3\tarea=1', 's3\tnote=2', 's4\tarea=4'])
    expect(plan).toMatchObject({ linesBeyond: 1, fieldsBeyond: 1 })
  })

  test('one text fills the range, a block as often as it fits exactly', () => {
    const range = { anchor: { y: 0, x: 5 }, focus: { y: 3, x: 5 } }
    expect(cellsOf(planPaste([['7']], range, table, isOpen))).toHaveLength(4)
    expect(cellsOf(planPaste([['7'], ['8']], range, table, isOpen))).toEqual([
      's1\tclasses=7',
      's2\tclasses=8',
      's3\tclasses=7',
      's4\tclasses=8',
    ])
    expect(cellsOf(planPaste([['7'], ['8'], ['9']], range, table, isOpen))).toHaveLength(3)
  })
})

describe('what is drawn', () => {
  test('a heading above each group of rows, merged headings above columns', () => {
    expect(gridLines(rows).map((line) => ('heading' in line ? line.heading : line.row.id))).toEqual([
      '东岭镇（虚构）',
      's1',
      's2',
      '西坪镇（虚构）',
      's3',
      's4',
    ])
    expect(headSpans(columns).map(({ group, count }) => [group, count])).toEqual([
      ['基本信息', 4],
      ['学生与校舍', 4],
    ])
    expect(headSpans([{ id: 'a', title: 'a', kind: 'text', width: 1 }])).toEqual([])
  })

  test('the line of the active cell is drawn even out of sight', () => {
    expect(drawnStretches({ first: 100, last: 140 }, 3)).toEqual([
      { first: 3, last: 4 },
      { first: 100, last: 140 },
    ])
    expect(drawnStretches({ first: 100, last: 140 }, 120)).toHaveLength(1)
    expect(drawnStretches({ first: 100, last: 140 }, -1)).toHaveLength(1)
  })
})

test('codes are found by code, title, other words and pinyin initials', () => {
  const codes = columns[0]?.codes ?? []
  const found = (typed: string) => codeMatches(codes, typed).map((entry) => entry.code)
  expect(found('')).toHaveLength(4)
  expect(found('34')).toEqual(['34'])
  expect(found('JN')).toEqual(['34'])
  expect(found('xx')[0]).toBe('21')
  expect(found('完全')).toEqual(['21'])
  expect(found('大学')).toEqual([])
})
