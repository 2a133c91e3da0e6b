import { rational } from '../../formula/index.ts'
import type { NumberToken } from './number-token.ts'
import { unitOf } from './units.ts'

/** 60:20:20 of a cost that several bear. */
const SPLIT = /(?<![\d:.])\d{1,2}(?::\d{1,2}){1,3}(?=的?比例?(?:分担|负担|承担|分摊|共担|配套)|分担|共担)/g
/** How a number of a split is marked, as it bears no unit. */
const MARK = '份额'

/** The shares in per cent of all who bear a cost, 按60:20:20的比例分担. */
export function splitsIn(text: string): readonly NumberToken[] {
  const percent = unitOf('%')
  if (percent === undefined) return []
  // What was agreed is exact.
  const unit = { ...percent, counted: true }
  return [...text.matchAll(SPLIT)].flatMap((found) =>
    [...found[0].matchAll(/\d+/g)].map(({ 0: literal, index }): NumberToken => {
      const start = (found.index ?? 0) + index
      const digits = { start, end: start + literal.length }
      return {
        ...digits,
        digits,
        literal,
        inWords: false,
        scale: rational.ONE,
        unit,
        unitText: '',
        per: MARK,
        qualifier: undefined,
        masked: false,
        rounded: false,
        upTo: undefined,
      }
    }),
  )
}

export const isSplit = ({ per, unit }: NumberToken): boolean => per === MARK && unit.dimension === 'percent'
