import { checkReport, paragraphsOf, type ReportCheck } from '../../src/claims/index.ts'

/** Checks a plain text as a file of text would be; simplified characters only. */
export const checkText = (text: string): ReportCheck => checkReport(paragraphsOf(text), (character) => character)

/** Grades and what is blamed, `wrong 15655人`, in the order of the text. */
export const blamedIn = (text: string): readonly string[] =>
  checkText(text).findings.map(({ grade, found }) => `${grade} ${found}`)
