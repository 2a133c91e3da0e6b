import { describe, expect, it } from 'vitest'
import { drawFigures, layOutReport, textOf } from '../../src/documents/index.ts'
import type { Outline } from '../../src/packs/index.ts'
import {
  type DraftBlock,
  type DraftContent,
  type DraftParagraph,
  draftBlock,
  drawingKey,
  type EditedContent,
  looseNumbers,
  newBindings,
  newDrawings,
  openMarks,
  refreshDraft,
  reportOfDraft,
  settleEdit,
  startDraft,
  textOfPieces,
} from '../../src/reports/index.ts'
import { countyRows, evaluate } from '../evaluation/small-county.ts'

const outline: Outline = {
  id: 'report',
  title: '{县名}报告',
  file: '报告.docx',
  sections: [
    {
      heading: '一、学生',
      level: 1,
      body: [
        { sentences: [{ text: '全县学生{全县学生数}人，其中小学{全县学生数}人。' }] },
        {
          sentences: [
            { text: '学生超过六百人。', when: '全县学生数 > 600' },
            { text: '学生没有超过六百人。', when: '全县学生数 ≤ 600' },
          ],
        },
        { sentences: [{ text: '学生超过七百，应当扩建。', when: '全县学生数 > 700' }] },
      ],
    },
  ],
}

const countyOf = (pupils: number) => evaluate(countyRows([{ code: '1', primary: String(pupils), books: '9000' }]))
const reportOf = (pupils: number) => layOutReport(countyOf(pupils), outline)
const refreshed = (draft: DraftContent, pupils: number) =>
  refreshDraft(draft, reportOf(pupils), () => ({ text: String(pupils) }))

const paragraphs = (draft: DraftContent): readonly DraftParagraph[] =>
  draft.blocks.flatMap((block) => (block.kind === 'paragraph' ? [block] : []))
const texts = (draft: DraftContent) => paragraphs(draft).map(({ pieces }) => textOfPieces(pieces))

/** The draft as a page would send it back, after `change`. */
function edit(draft: DraftContent, change: (block: DraftParagraph) => DraftParagraph | undefined): EditedContent {
  const { dropped: _, blocks, ...rest } = draft
  const edited = (block: DraftBlock): EditedContent['blocks'] => {
    if (block.kind === 'heading') return [{ kind: 'heading', id: block.id, level: block.level, text: block.text }]
    if (block.kind !== 'paragraph') return [{ kind: 'kept', id: block.id }]
    const changed = change(block)
    return changed === undefined ? [] : [{ kind: 'paragraph', id: changed.id, pieces: changed.pieces }]
  }
  return { ...rest, blocks: blocks.flatMap(edited) }
}

const settle = (draft: DraftContent, change: Parameters<typeof edit>[1]) =>
  settleEdit(draft, edit(draft, change), { numbers: new Map() })
const appended = (words: string) => (block: DraftParagraph) => ({
  ...block,
  pieces: [...block.pieces, { text: words }],
})

describe('a draft', () => {
  const draft = startDraft(reportOf(500))

  it('begins as the outline writes it, and is written back without loss', () => {
    expect(texts(draft)).toEqual(['全县学生500人，其中小学500人。', '学生没有超过六百人。'])
    const report = reportOfDraft(draft, '报告.docx')
    expect(report.blocks.map((block) => (block.kind === 'paragraph' ? block.sentences[0]?.text : block.kind))).toEqual([
      'heading',
      '全县学生500人，其中小学500人。',
      '学生没有超过六百人。',
    ])
    expect(openMarks(draft)).toBe(0)
  })

  it('nobody has edited is written anew, its numbers and its words marked for a look', () => {
    const { content, rewritten, added } = refreshed(draft, 800)
    expect(texts(content)).toEqual(['全县学生800人，其中小学800人。', '学生超过六百人。', '学生超过七百，应当扩建。'])
    expect(paragraphs(content)[0]?.pieces.map(({ was }) => was)).toEqual([
      undefined,
      '500',
      undefined,
      '500',
      undefined,
    ])
    expect(paragraphs(content).map(({ former }) => former)).toEqual([undefined, '学生没有超过六百人。', ''])
    expect({ rewritten, added, marks: openMarks(content) }).toEqual({ rewritten: 2, added: 1, marks: 4 })
  })

  it('somebody has edited keeps their words; its numbers follow, and what the outline would now say is offered', () => {
    const own = settle(draft, appended('（含寄宿生）'))
    const { content, suggested } = refreshed(own, 650)
    expect(texts(content)).toEqual(['全县学生650人，其中小学650人。（含寄宿生）', '学生没有超过六百人。（含寄宿生）'])
    expect(suggested).toBe(1)
    expect(textOfPieces(paragraphs(content)[1]?.suggested ?? [])).toBe('学生超过六百人。')
  })

  it('that gets its old figures back has nothing left to look at', () => {
    const own = settle(draft, appended('。'))
    const there = refreshed(own, 510).content
    expect(openMarks(there)).toBe(2)
    expect(openMarks(refreshed(there, 500).content)).toBe(0)
  })

  it('keeps its number and its imprint over new figures, and prints them', () => {
    const imprint = { copies: '县委办公室', office: '县政府办公室', printed: '2026年3月6日' }
    const around = { ...startDraft(reportOf(650)), number: '甲政报〔2026〕5号', imprint }
    const { content } = refreshed(around, 700)
    expect(reportOfDraft(content, '报告.docx')).toMatchObject({ number: '甲政报〔2026〕5号', imprint })
  })

  it('keeps what was deleted deleted', () => {
    const less = settle(draft, (block) => (textOfPieces(block.pieces).includes('六百') ? undefined : block))
    expect(texts(refreshed(less, 500).content)).toEqual(['全县学生500人，其中小学500人。'])
    expect(texts(refreshed(less, 800).content)).toEqual(['全县学生800人，其中小学800人。', '学生超过七百，应当扩建。'])
  })
})

describe('an edit', () => {
  const draft = startDraft(reportOf(500))

  it('cannot make a bound number print something else', () => {
    const forged = settle(draft, (block) => ({
      ...block,
      pieces: block.pieces.map((piece) => (piece.bound === undefined ? piece : { ...piece, text: '999' })),
    }))
    expect(texts(forged)[0]).toBe('全县学生500人，其中小学500人。')
  })

  it('asks for the numbers that it brings in, and prints what they come to', () => {
    const bound = { grain: 'county', subject: 'county', formula: '全县学生数 ÷ 2', decimals: 1 }
    const edited = edit(draft, (block) => ({ ...block, pieces: [...block.pieces, { text: '?', bound }] }))
    expect(newBindings(draft, edited)).toEqual([bound])
    const key = JSON.stringify(['county', 'county', '全县学生数 ÷ 2', 1, false])
    expect(texts(settleEdit(draft, edited, { numbers: new Map([[key, { text: '250.0' }]]) }))[1]).toBe(
      '学生没有超过六百人。250.0',
    )
  })

  it('of numbers typed by hand is told apart from figures', () => {
    const own = settle(draft, appended('新建学校3所，投入１２．５万元，2025年9月完工。'))
    expect(looseNumbers(own).map(({ text }) => text)).toEqual(['3所', '１２．５万元', '3所', '１２．５万元'])
    expect(looseNumbers(own).every(({ by }) => by === 'hand')).toBe(true)
    expect(looseNumbers(draft)).toEqual([])
  })

  it('tells numbers without any unit as well, and no year, day, number in a row or of a table', () => {
    const words = '第3期见表2，2021—2030年完成，差异系数0.581。'
    const own = settle(draft, appended(words))
    expect(new Set(looseNumbers(own).map(({ text }) => text))).toEqual(new Set(['0.581']))
  })

  it('does not hold for typed what the outline wrote without a formula', () => {
    const words: Outline = {
      ...outline,
      sections: [
        { heading: '一', level: 1, body: [{ sentences: [{ text: '不足50人的不列入，共{全县学生数}人。' }] }] },
      ],
    }
    const begun = startDraft(layOutReport(countyOf(500), words))
    expect(looseNumbers(begun)).toMatchObject([{ text: '50人', by: 'outline' }])
    const own = settle(begun, appended('另有50人。'))
    expect(looseNumbers(own).map(({ by }) => by)).toEqual(['outline', 'hand'])
  })
})

describe('a chart of a draft', () => {
  const drawn: Outline = {
    ...outline,
    sections: [
      {
        heading: '图',
        level: 1,
        body: [
          {
            chart: {
              kind: 'bar',
              title: '图1　学生',
              categories: ['小学'],
              series: [{ title: '学生', values: ['全县学生数'] }],
            },
          },
        ],
      },
    ],
  }
  const draw = (pupils: number) => layOutReport(countyOf(pupils), drawn)
  const chartOf = ({ blocks }: DraftContent) => blocks.find((block) => block.kind === 'chart')

  it('leads from each value to its figure, and keeps the title that somebody wrote under new figures', () => {
    const begun = startDraft(draw(500))
    expect(chartOf(begun)).toMatchObject({ chart: { series: [{ values: ['500'], sources: ['all_pupils@county'] }] } })
    const blocks = edit(begun, (block) => block).blocks.map((block) =>
      block.kind === 'kept' ? { ...block, title: '图一 在校学生' } : block,
    )
    const { dropped: _, blocks: __, ...rest } = begun
    const titled = settleEdit(begun, { ...rest, blocks }, { numbers: new Map() })
    const { content } = refreshDraft(titled, draw(600), () => ({ text: '' }))
    expect(chartOf(content)).toMatchObject({
      changed: true,
      chart: { title: '图一 在校学生', series: [{ values: ['600'] }] },
    })
    expect(openMarks(content)).toBe(1)
  })
})

describe('a table or chart that a writer adds', () => {
  const rows = (pupils: string) =>
    countyRows([
      { code: '1', primary: pupils, books: '9000' },
      { code: '2', primary: '200', books: '2000' },
    ])
  const about = { grain: 'county', subject: 'county', name: '试验县' }
  const drawn = (shape: 'table' | 'bar', pupils: string) => {
    const block = drawFigures(evaluate(rows(pupils)), { node: 'books_each', shape }, about)
    const made = block === undefined ? undefined : draftBlock(block, '')
    if (made?.kind !== 'table' && made?.kind !== 'chart') throw new Error('not drawn')
    return made
  }
  const begun = startDraft(reportOf(500))
  const order = { node: 'books_each', shape: 'bar' } as const
  const around = edit(begun, (block) => block)
  const edited = { ...around, blocks: [...around.blocks, { kind: 'drawn' as const, id: 'own-1', drawn: order }] }

  it('is one figure over its units, drawn by the evaluation and never by the page', () => {
    expect(newDrawings(begun, edited)).toEqual([order])
    const drawings = new Map([[drawingKey(order), drawn('bar', '300')]])
    const chart = settleEdit(begun, edited, { numbers: new Map(), drawings }).blocks.at(-1)
    expect(chart).toMatchObject({ kind: 'chart', id: 'own-1', drawn: order })
    expect(chart?.kind === 'chart' && chart.chart.series[0]?.values).toEqual(['30.00', '10.00'])
    const table = drawn('table', '300')
    expect(table.kind === 'table' && table.grid.cells.map(({ output }) => textOf(output))).toEqual(
      expect.arrayContaining(['30.00', '10.00']),
    )
  })

  it('follows new figures, keeps the title that somebody wrote, and waits to be looked at', () => {
    const drawings = new Map([[drawingKey(order), drawn('bar', '300')]])
    const kept = settleEdit(begun, edited, { numbers: new Map(), drawings })
    const { content } = refreshDraft(
      kept,
      reportOf(500),
      () => ({ text: '' }),
      ({ shape }) => drawn(shape, '450'),
    )
    const chart = content.blocks.at(-1)
    expect(chart).toMatchObject({ id: 'own-1', drawn: order, changed: true })
    expect(chart?.kind === 'chart' && chart.chart.series[0]?.values).toEqual(['20.00', '10.00'])
  })
})
