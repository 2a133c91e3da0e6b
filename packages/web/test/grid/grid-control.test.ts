import { beforeEach, describe, expect, test } from 'vitest'
import { createCellStore } from '../../src/platform/grid/cell-store.ts'
import { GridControl } from '../../src/platform/grid/grid-control.ts'
import type { CellEdit } from '../../src/platform/grid/grid-model.ts'
import { gridShape } from '../../src/platform/grid/shape.ts'
import { columns, rowsOf } from '../grid-page/sample-form.ts'

const rows = rowsOf(4, false)
let cells = createCellStore()
let batches: (readonly CellEdit[])[] = []
let control = new GridControl(cells, gridShape(columns, rows, 'table'))
const at = (row: string, column: string) => control.goTo(`${row}\t${column}`)
const type = (text: string) => {
  control.draft(text)
  control.run({ do: 'move', motion: 'enter', extend: false })
}
const text = (row: string, column: string) => cells.get(row, column).text

beforeEach(() => {
  cells = createCellStore([
    { row: 's1', column: 'pupils', cell: { text: '100', state: 'saved' } },
    { row: 's2', column: 'pupils', cell: { text: '200', state: 'locked', message: '已初审' } },
  ])
  control = new GridControl(cells, gridShape(columns, rows, 'table'))
  batches = []
  control.listeners = { onChange: (edits) => batches.push(edits), onSelect: () => {}, onOpen: () => {} }
  control.connect()
})

describe('typing', () => {
  test('replaces the text on Enter; what cannot be a value is kept and told', () => {
    at('s1', 'pupils')
    type('一百')
    expect(text('s1', 'pupils')).toBe('一百')
    expect(cells.get('s1', 'pupils').state).toBe('invalid')
    expect(batches).toEqual([
      [{ row: 's1', column: 'pupils', from: '100', to: '一百', problem: expect.stringContaining('不是数') }],
    ])
  })

  test('is given up by Esc', () => {
    at('s1', 'pupils')
    control.draft('7')
    control.run({ do: 'cancel' })
    expect(text('s1', 'pupils')).toBe('100')
    expect(batches).toEqual([])
  })

  test('is taken in when another cell is clicked', () => {
    at('s1', 'classes')
    control.draft('12')
    control.select({ y: 3, x: 0 })
    expect(text('s1', 'classes')).toBe('12')
  })

  test('stays with its cell when rows are added above it', () => {
    at('s3', 'pupils')
    control.draft('77')
    control.reshape(gridShape(columns, [{ id: 'new', label: '新增' }, ...rows], 'table'))
    expect(control.mode).toBe('typing')
    control.run({ do: 'move', motion: 'enter', extend: false })
    expect(text('s3', 'pupils')).toBe('77')
    expect(batches).toEqual([[{ row: 's3', column: 'pupils', from: '', to: '77' }]])
  })

  test('never goes into the neighbour of a row that a filter takes away; what is lost is told', () => {
    cells.set([{ row: 's4', column: 'pupils', cell: { text: '300', state: 'saved' } }])
    at('s3', 'pupils')
    control.draft('77')
    const left = rows.filter(({ id }) => id !== 's3')
    control.reshape(gridShape(columns, left, 'table'))
    expect(control.active?.key).toBe('s4\tpupils')
    expect(control.mode).toBe('ready')
    expect(control.bar().said).toContain('正在填的“77”没有收下')
    expect(control.bar().said).toContain(rows[2]?.label)
    control.run({ do: 'move', motion: 'enter', extend: false })
    expect(text('s4', 'pupils')).toBe('300')
    expect(text('s3', 'pupils')).toBe('')
    expect(batches).toEqual([])
  })

  test('that changed nothing goes without a word', () => {
    at('s1', 'pupils')
    control.begin('editing')
    control.reshape(gridShape(columns, rows.slice(1), 'table'))
    expect(control.mode).toBe('ready')
    expect(control.bar().said).toBe('')
  })

  test('repairs are told while the cell is active, and no batch goes out when nothing changes', () => {
    at('s1', 'pupils')
    control.draft('　１００')
    control.finish()
    expect(batches).toEqual([])
    expect(control.bar().repairs).toContain('全角改半角')
  })

  test('a locked cell takes nothing and says so', () => {
    at('s2', 'pupils')
    control.draft('7')
    control.finish()
    control.run({ do: 'clear' })
    expect(text('s2', 'pupils')).toBe('200')
    expect(control.bar().said).toContain('已锁定')
    expect(batches).toEqual([])
  })

  test('Space turns 是 and 否 over', () => {
    at('s1', 'boarding')
    control.run({ do: 'toggle' })
    expect(text('s1', 'boarding')).toBe('是')
    control.run({ do: 'toggle' })
    expect(text('s1', 'boarding')).toBe('否')
  })

  test('a title typed for a code is kept as the code', () => {
    at('s1', 'kind')
    type('九年一贯制学校')
    expect(text('s1', 'kind')).toBe('34')
    at('s1', 'kind')
    expect(control.copy()).toBe('九年一贯制学校')
  })
})

describe('blocks', () => {
  test('a paste is one batch and one step back; locked cells are counted', () => {
    at('s1', 'pupils')
    control.paste('1\t2\r\n3\t4\r\n５\t6\r\n')
    expect(batches).toHaveLength(1)
    expect(batches[0]).toHaveLength(5)
    expect(text('s2', 'pupils')).toBe('200')
    expect(text('s3', 'pupils')).toBe('5')
    expect(control.bar().said).toContain('1 格已锁定')
    expect(control.bar().said).toContain('已整理')
    control.run({ do: 'undo' })
    expect(text('s1', 'pupils')).toBe('100')
    expect(text('s3', 'classes')).toBe('')
    control.run({ do: 'redo' })
    expect(text('s3', 'classes')).toBe('6')
    expect(batches).toHaveLength(3)
  })

  test('more than the grid holds is said, not cut in silence', () => {
    at('s4', 'note')
    control.paste('甲\t乙\n丙\t丁')
    expect(text('s4', 'note')).toBe('甲')
    expect(control.bar().said).toMatch(/末 1 行、右 1 列没有地方放/)
  })

  test('a block does not run into the text being typed', () => {
    at('s1', 'note')
    control.draft('已')
    expect(control.mayPasteIntoField('一格')).toBe(true)
    expect(control.mayPasteIntoField('1\t2')).toBe(false)
    expect(control.bar().said).toContain('1 行 × 2 列')
  })

  test('cutting copies and clears', () => {
    at('s1', 'pupils')
    expect(control.cut()).toBe('100')
    expect(text('s1', 'pupils')).toBe('')
  })
})

describe('undo', () => {
  test('goes back exactly, also to a text that would be repaired today', () => {
    cells.set([{ row: 's1', column: 'area', cell: { text: '1,200', state: 'saved' } }])
    at('s1', 'area')
    type('5')
    control.run({ do: 'undo' })
    expect(text('s1', 'area')).toBe('1,200')
  })

  test('leaves alone what somebody else changed since, and says so', () => {
    at('s1', 'pupils')
    control.paste('1\t2')
    cells.set([{ row: 's1', column: 'pupils', cell: { text: '99', state: 'saved' } }])
    control.run({ do: 'undo' })
    expect(text('s1', 'pupils')).toBe('99')
    expect(text('s1', 'classes')).toBe('')
    expect(control.bar().said).toContain('1 格后来又被改过')
  })

  test('with nothing to undo says so', () => {
    control.run({ do: 'undo' })
    expect(control.bar().said).toBe('没有可撤销的改动。')
  })
})

describe('drawing', () => {
  test('an edit is heard by its own cell only', () => {
    const heard: string[] = []
    for (const row of rows)
      for (const column of columns) {
        const key = `${row.id}\t${column.id}`
        control.views.get(key)
        control.views.subscribe(key, () => heard.push(key))
      }
    at('s1', 'classes')
    heard.length = 0
    control.draft('12')
    control.finish()
    expect(new Set(heard)).toEqual(new Set(['s1\tclasses']))
    heard.length = 0
    control.run({ do: 'move', motion: 'down', extend: false })
    expect(new Set(heard)).toEqual(new Set(['s1\tclasses', 's2\tclasses']))
  })

  test('the active cell stays the same when rows are added above it', () => {
    at('s2', 'classes')
    const more = [{ id: 'new', label: '新增' }, ...rows]
    control.reshape(gridShape(columns, more, 'table'))
    expect(control.active?.key).toBe('s2\tclasses')
    expect(control.views.get('s2\tclasses').mode).toBe('ready')
  })
})
