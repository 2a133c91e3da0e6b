import type { Piece } from './report-model.ts'

const RULES: readonly (readonly [RegExp, string])[] = [
  [/([：（，；。])[、，；]+/g, '$1'],
  [/[、，；]+([。；）])/g, '$1'],
  [/。{2,}/g, '。'],
  [/([：；，。、]) +/g, '$1'],
  [/^[、，；。]+/, ''],
]

/** Mends punctuation that meets when parts of a sentence drop out or bring their own full stop. */
export const tidyPunctuation = (text: string): string =>
  RULES.reduce((mended, [wrong, right]) => mended.replace(wrong, right), text)

/** Stands around the number of a bound piece; no text holds it. */
const MARK = '\u0001'

/** As `tidyPunctuation` over a sentence in pieces: what is bound stays as it is. */
export function tidyPieces(pieces: readonly Piece[]): readonly Piece[] {
  const bound = pieces.filter((piece) => piece.bound !== undefined)
  const line = pieces.map((piece) => (piece.bound === undefined ? piece.text : `${MARK}${bound.indexOf(piece)}${MARK}`))
  return tidyPunctuation(line.join(''))
    .split(MARK)
    .flatMap((part, at): readonly Piece[] => {
      const piece = at % 2 === 1 ? bound[Number(part)] : undefined
      return piece === undefined ? (part === '' ? [] : [{ text: part }]) : [piece]
    })
}
