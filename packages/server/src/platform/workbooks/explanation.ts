/** Starts whatever we write beside a wrong row; a cell that starts so is ours and never read as data. */
export const EXPLANATION_SIGN = '【错误'

export const EXPLANATION_HEADING = `${EXPLANATION_SIGN}说明】`

/** The text beside a wrong row. */
export function explanationOf(faults: readonly string[]): string {
  const more = faults.length - SHOWN
  return `${EXPLANATION_SIGN}】${faults.slice(0, SHOWN).join('；')}${more > 0 ? `；另有 ${more} 处` : ''}`
}

/** Faults of one row that are told beside it; the list has them all. */
const SHOWN = 10

export function isExplanation(text: string): boolean {
  return text.startsWith(EXPLANATION_SIGN)
}
