import { describe, expect, it } from 'vitest'
import { type DraftBlock, figuresOfBlock, placesOfFigure } from '../../src/reports/index.ts'

const books = '藏书@S1'
const paragraph: DraftBlock = {
  kind: 'paragraph',
  id: 'p1',
  pieces: [
    { text: '全县共 ' },
    { text: '12', sources: ['学校数@county'] },
    { text: ' 所。其中东小藏书 ' },
    { text: '1990', sources: [books] },
    { text: ' 册，生均 ' },
    { text: '19.9', sources: [books, '生均@S1'] },
    { text: ' 册。以上为 2025 年数据' },
  ],
}
const table: DraftBlock = {
  kind: 'table',
  id: 't1',
  title: '各校藏书',
  widths: [1],
  grid: {
    columns: 1,
    roles: ['body'],
    cells: [
      {
        row: 0,
        column: 0,
        rowspan: 1,
        colspan: 1,
        output: { kind: 'number', text: '1990', decimals: 0 },
        align: 'right',
        bold: false,
        shaded: false,
        figures: [books],
      },
    ],
  },
}
const heading: DraftBlock = { kind: 'heading', id: 'h1', level: 1, text: '藏书@S1' }

describe('places of a figure in a draft', () => {
  it('are whole sentences, each once, and the tables that print it', () => {
    expect(placesOfFigure({ blocks: [heading, paragraph, table] }, books)).toEqual([
      { block: 'p1', text: '其中东小藏书 1990 册，生均 19.9 册。' },
      { block: 't1', text: '各校藏书' },
    ])
  })

  it('begin with the text and end with it where no stop stands', () => {
    expect(placesOfFigure({ blocks: [paragraph] }, '学校数@county')).toEqual([{ block: 'p1', text: '全县共 12 所。' }])
    const last: DraftBlock = {
      kind: 'paragraph',
      id: 'p2',
      pieces: [{ text: '7', sources: ['x@S1'] }, { text: ' 册' }],
    }
    expect(placesOfFigure({ blocks: [last] }, 'x@S1')).toEqual([{ block: 'p2', text: '7 册' }])
    expect(placesOfFigure({ blocks: [last] }, 'x@S')).toEqual([])
  })

  it('go the other way, too: figures of a block, each once', () => {
    expect(figuresOfBlock(paragraph)).toEqual(['学校数@county', books, '生均@S1'])
    expect(figuresOfBlock(heading)).toEqual([])
  })
})
