import { describe, expect, it } from 'vitest'
import { linkFigures, paragraphsOf, type Reference, readReport } from '../../src/claims/index.ts'
import { rational } from '../../src/formula/index.ts'

const whole = (value: number) => rational.fromInteger(value)
const known = (figure: string, title: string, unit: string, value: number) => ({
  figure,
  title,
  unit,
  value: whole(value),
  shown: String(value),
  year: 2025,
  subject: undefined,
  isStage: false,
})
const reference: Reference = {
  year: 2025,
  sentences: [{ text: '全县有中小学52所，在校生45678人。', figures: ['schools@county', 'pupils@county'] }],
  cells: [
    { table: '自评报告.docx 表1', row: 1, column: 1, text: '52', figures: ['schools@county'] },
    { table: '自评报告.docx 表1', row: 1, column: 2, text: '45678', figures: ['pupils@county'] },
    { table: '自评报告.docx 表1', row: 2, column: 1, text: '20～22', figures: ['schools@county'] },
    { table: '自评报告.docx 表1', row: 2, column: 2, text: '95.5', figures: ['pupils@county'] },
  ],
  quantities: [known('schools@county', '学校总数', '所', 52), known('pupils@county', '学生', '人', 45_678)],
}
const same = (character: string): string => character
const link = (text: string) =>
  linkFigures(readReport(paragraphsOf(text), same), reference, same).map(({ figure, shown, equal }) => ({
    figure,
    shown,
    equal,
  }))

describe('figures beside the numbers of a report', () => {
  it('are found for each number of a sentence that the system wrote', () => {
    expect(link('全县有中小学52所，在校生45678人。')).toEqual([
      { figure: 'schools@county', shown: '52所', equal: true },
      { figure: 'pupils@county', shown: '45678人', equal: true },
    ])
  })

  it('stay beside a number that was changed, and say what it should be', () => {
    expect(link('全县有中小学52所，在校生45878人。')[1]).toEqual({
      figure: 'pupils@county',
      shown: '45678人',
      equal: false,
    })
  })

  it('are none for words that the system did not write and that name nothing of it', () => {
    expect(link('全县有幼儿园31所，教师420人。')).toEqual([])
  })
})
