import type { CorpusText } from './corpus.ts'

/** A text with one digit changed, and where. */
export interface InjectedError {
  readonly text: string
  readonly at: number
  readonly from: string
  readonly to: string
}

/** Half-width and full-width digits. */
const DIGITS = ['0123456789', '０１２３４５６７８９'] as const

/**
 * Changes every marked digit, one at a time, `each` times. Which digits are put instead goes round from place to place,
 * so that nothing is left to chance; of long texts only every `step`-th digit. It knows nothing of how reports are checked.
 */
export function injectErrors({ text, marked }: CorpusText, each: number, step = 1): readonly InjectedError[] {
  const errors: InjectedError[] = []
  let digits = 0
  for (const { start, end } of marked)
    for (let at = start; at < end; at += 1) {
      const from = text[at] ?? ''
      const own = DIGITS.find((digits) => digits.includes(from))
      if (own === undefined) continue
      digits += 1
      if (digits % step !== 0) continue
      const others = [...own].filter((digit) => digit !== from && !(digit === own[0] && at === start))
      for (let turn = 0; turn < Math.min(each, others.length); turn += 1) {
        const to = others[(at * 7 + turn * 4) % others.length] ?? ''
        errors.push({ text: text.slice(0, at) + to + text.slice(at + 1), at, from, to })
      }
    }
  return errors
}
