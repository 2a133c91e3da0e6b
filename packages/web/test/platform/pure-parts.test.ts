import { describe, expect, test } from 'vitest'
import type { FigureTrace } from '../../src/platform/run/queries.ts'
import { parseSearch, stringifySearch } from '../../src/platform/shell/search-params.ts'
import { type Column, nextSort, parseSort, sortRows } from '../../src/platform/table/column.ts'
import { rowWindow } from '../../src/platform/table/row-window.ts'
import { columnLetters, spanAt } from '../../src/platform/trace/excerpt-grid.ts'
import { figureMatrix } from '../../src/platform/trace/figure-matrix.ts'
import { walkSources } from '../../src/platform/trace/walk-sources.ts'

describe('the address', () => {
  test('carries text and lists without change, Chinese and numbers-as-text included', () => {
    const values = { q: '007', f: ['所属乡镇=城关镇', '办学类型=小学'], trace: ['a@1/小学'] }
    expect(parseSearch(stringifySearch(values))).toEqual({ ...values, trace: 'a@1/小学' })
    expect(stringifySearch({ q: undefined, f: '' })).toBe('')
  })
})

describe('sorting', () => {
  const column: Column<{ n: number | undefined }> = {
    key: 'n',
    title: 'n',
    width: 1,
    cell: (row) => row.n,
    sortBy: (row) => row.n,
  }
  const rows = [{ n: 10 }, { n: undefined }, { n: 9 }, { n: 100 }]

  test('what is not reported comes last, whichever way', () => {
    expect(sortRows(rows, [column], parseSort('n')).map((row) => row.n)).toEqual([9, 10, 100, undefined])
    expect(sortRows(rows, [column], parseSort('-n')).map((row) => row.n)).toEqual([100, 10, 9, undefined])
  })

  test('clicks go ascending, descending, as it came', () => {
    expect(nextSort(undefined, 'n')).toBe('n')
    expect(nextSort(parseSort('n'), 'n')).toBe('-n')
    expect(nextSort(parseSort('-n'), 'n')).toBeUndefined()
  })
})

describe('a table of ten thousand rows', () => {
  test('draws a few, and keeps the height of all', () => {
    const drawn = rowWindow(10_000, 32_000, 600, 32)
    expect(drawn.last - drawn.first).toBeLessThan(60)
    expect(drawn.first).toBeLessThanOrEqual(1000)
    expect(drawn.last).toBeGreaterThan(1018)
    expect(drawn.above + drawn.below + (drawn.last - drawn.first) * 32).toBe(320_000)
  })

  test('a short one is drawn whole', () => {
    expect(rowWindow(60, 500, 100, 32)).toEqual({ first: 0, last: 60, above: 0, below: 0 })
  })
})

describe('the excerpt of a sheet', () => {
  const excerpt = {
    file: 'f',
    sheet: 's',
    cell: 'C5',
    top: 3,
    left: 1,
    rows: [
      ['a', 'b', 'c'],
      ['d', 'e', 'f'],
    ],
    merges: [{ top: 1, left: 1, bottom: 4, right: 2 }],
    highlight: { row: 4, column: 2 },
  }

  test('letters run as in the workbook', () => {
    expect([0, 25, 26, 701, 702].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA'])
  })

  test('a merged cell that begins outside is cut to the window', () => {
    expect(spanAt(excerpt, 3, 1)).toEqual({ rows: 2, columns: 2 })
    expect(spanAt(excerpt, 4, 2)).toBe('covered')
    expect(spanAt(excerpt, 3, 3)).toEqual({ rows: 1, columns: 1 })
  })
})

describe('the walk to the cells', () => {
  const answer = (id: string, below: string[], rows: number): FigureTrace => ({
    figure: { id, node: id, subject: 'x', status: 'known', shown: '1' },
    mentions: [],
    trace: {
      figure: id,
      title: id,
      subject: 'x',
      formula: '',
      substituted: '',
      status: 'known',
      shown: '1',
      inputs: below.map((figure) => ({ title: figure, figure, shown: '1' })),
      parameters: [],
      aggregates: [
        {
          text: '',
          result: '1',
          row_count: rows,
          rows: Array.from({ length: rows }, () => ({ cells: [] })),
          figures: [],
          missing: [],
        },
      ],
      causes: [],
      used_by: [],
    },
  })

  test('reaches every leaf once, even where figures share inputs or go in a circle', async () => {
    const graph = new Map([
      ['top', answer('top', ['left', 'right'], 0)],
      ['left', answer('left', ['leaf', 'top'], 0)],
      ['right', answer('right', ['leaf'], 0)],
      ['leaf', answer('leaf', [], 2)],
    ])
    const sources = await walkSources('top', async (id) => graph.get(id) ?? answer(id, [], 0))
    expect(sources.found.map((one) => one.figure)).toEqual(['leaf'])
    expect(sources).toMatchObject({ visited: 4, limited: false })
  })

  test('reaches cells where the figure of a county stands on more figures than are walked', async () => {
    const schools = Array.from({ length: 300 }, (_, at) => `school${at}`)
    const sources = await walkSources('county', async (id) => {
      if (id === 'county') return answer(id, schools, 0)
      return id.startsWith('cell') ? answer(id, [], 1) : answer(id, [`cell${id}`], 0)
    })
    expect(sources.found.length).toBeGreaterThan(10)
    expect(sources.limited).toBe(true)
  })

  test('stops at a bound and says so', async () => {
    const sources = await walkSources('0', async (id) =>
      answer(id, [`${Number(id) * 2 + 1}`, `${Number(id) * 2 + 2}`], 0),
    )
    expect(sources.limited).toBe(true)
  })
})

describe('figures of an aggregate', () => {
  test('schools go down and indicators across; of one school the indicators go down', () => {
    const schools = figureMatrix(['x@1/小学', 'p@1/小学', 'x@2/小学'])
    expect(schools).toMatchObject({ lines: ['1/小学', '2/小学'], columns: ['x', 'p'], linesAre: 'subject' })
    expect(schools.idAt('2/小学', 'p')).toBeUndefined()
    const group = figureMatrix(['a@1', 'b@1'])
    expect(group).toMatchObject({ lines: ['a', 'b'], columns: ['1'], linesAre: 'node' })
    expect(group.idAt('b', '1')).toBe('b@1')
  })
})
