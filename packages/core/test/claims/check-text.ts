import { checkReport, paragraphsOf, type ReportCheck } from '../../src/claims/index.ts'

/** Checks a plain text as a file of text would be; simplified characters only. */
export const checkText = (text: string): ReportCheck => checkReport(paragraphsOf(text), (character) => character)

/** Grades and what is blamed, `wrong 15655人`, in the order of the text. */
export const blamedIn = (text: string): readonly string[] =>
  checkText(text).findings.map(({ grade, found }) => `${grade} ${found}`)

/** The same of a table, its rows as texts of cells. */
export function checkRows(rows: readonly (readonly string[])[]): readonly string[] {
  let text = ''
  const cells = rows.flatMap((row, at) =>
    row.map((words, column) => {
      const start = text.length
      text += words
      return { row: at, column, rowSpan: 1, columnSpan: 1, start, end: text.length }
    }),
  )
  return checkReport({ text, blocks: [{ kind: 'table', cells }] }, (character) => character).findings.map(
    ({ grade, found }) => `${grade} ${found}`,
  )
}
