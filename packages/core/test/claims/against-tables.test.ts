import { describe, expect, it } from 'vitest'
import { checkReport, type Reference } from '../../src/claims/index.ts'

const cell = (row: number, column: number, text: string) => ({
  table: '自评报告.docx 表1',
  row,
  column,
  text,
  figures: [],
})
const reference: Reference = {
  year: 2025,
  sentences: [],
  cells: [cell(1, 1, '42'), cell(1, 2, '100.0'), cell(2, 1, '20～22'), cell(2, 2, '90.9～100.0'), cell(3, 1, '待补报')],
  quantities: [],
}

function check(...rows: readonly (readonly string[])[]) {
  let text = ''
  const cells = rows.flatMap((row, at) =>
    row.map((words, column) => {
      const start = text.length
      text += words
      return { row: at, column, rowSpan: 1, columnSpan: 1, start, end: text.length }
    }),
  )
  return checkReport({ text, blocks: [{ kind: 'table', cells }] }, (character) => character, { reference })
}

const HEAD = ['指标', '达标（所）', '占比（%）']

describe('a table that the system wrote', () => {
  it('is equal as it stands, where a number is one', () => {
    const { findings, against } = check(
      HEAD,
      ['教师', '42', '100.0'],
      ['用房', '20～22', '90.9～100.0'],
      ['器材', '3', ''],
    )
    expect(findings).toEqual([])
    expect(against).toMatchObject({ matched: 2, equal: 2 })
  })

  it.each([
    ['a number', ['41', '100.0'], ['20～22', '90.9～100.0'], '42'],
    ['the end of a range', ['42', '100.0'], ['20～21', '90.9～100.0'], '20~22'],
  ])('is wrong in the cell where %s was changed', (_, teachers, rooms, expected) => {
    const { findings } = check(HEAD, ['教师', ...teachers], ['用房', ...rooms])
    expect(findings).toMatchObject([{ grade: 'wrong', kind: 'against', expected }])
  })

  it('is not meant where another table has few cells in common with it', () => {
    expect(check(HEAD, ['教师', '42', '97.0'], ['用房', '20～22', '88.0']).findings).toEqual([])
    expect(check(HEAD, ['教师', '42', '100.0']).findings).toEqual([])
  })
})
