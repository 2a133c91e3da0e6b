import type { Piece, SentenceModel } from '../report-model.ts'
import { textOfPieces } from '../word.ts'
import { shortenSentence } from './shorten-sentence.ts'

/** A sentence as it stands on a slide, with the figures that it stands on. */
export interface Point {
  /** The whole sentence, for the notes. */
  readonly sentence: string
  readonly shown: string
  readonly figures: readonly string[]
}

/** So many characters a point has at most, if its sentence says of nothing that it is short. */
const CHARACTERS = 44
/** A sentence of so many characters at most may only say what its paragraph is about. */
const LEAD = 26

/** What is a thing and no statement about it: 生均教学及辅助用房面积. */
const NAMES_A_THING = /(?:数|面积|值|率|比例|系数|情况)$/u
const POINTS_ELSEWHERE = /见(?:表|图)|^(?:按照|根据|依据).*现将.*如下/u
/** What fails is never cut short: whoever is named there would be left out. */
const TELLS_SHORTFALL = /未|没有|不足|不达|超过|低于|缺|否决/u

/**
 * The sentences of a paragraph one by one, each shortened at its clauses. A first sentence that only names what the
 * paragraph is about goes before each of the others of this paragraph; a statement never does.
 */
export function pointsOf(sentences: readonly SentenceModel[]): readonly Point[] {
  const told = sentences.flatMap(splitSentence).filter(({ text }) => !POINTS_ELSEWHERE.test(text))
  const [first, ...others] = told
  if (first === undefined) return []
  const isLed = others.length > 0 && isLead(first.text)
  const lead = isLed ? `${bare(first.text)}：` : ''
  return (isLed ? others : told).map(({ text, figures }) => ({
    sentence: `${lead}${text}`,
    shown: lead + (TELLS_SHORTFALL.test(text) ? bare(text) : shortenSentence(text, CHARACTERS)),
    figures,
  }))
}

const bare = (text: string): string => text.replace(/。$/u, '')

const isLead = (text: string): boolean =>
  text.length <= LEAD && !/[\d，；：]/u.test(text) && NAMES_A_THING.test(bare(text))

interface Told {
  readonly text: string
  readonly figures: readonly string[]
}

/** Words that people wrote are one piece after the other: they end where a full stop stands outside of brackets. */
function splitSentence({ text, pieces = [{ text }], figures }: SentenceModel): readonly Told[] {
  const sentences: Piece[][] = [[]]
  let depth = 0
  for (const piece of pieces) {
    if (piece.bound !== undefined) {
      sentences.at(-1)?.push(piece)
      continue
    }
    let words = ''
    for (const sign of piece.text) {
      words += sign
      if ('（([《“'.includes(sign)) depth += 1
      else if ('）)]》”'.includes(sign)) depth = Math.max(0, depth - 1)
      else if (depth === 0 && sign === '。') {
        sentences.at(-1)?.push({ text: words })
        sentences.push([])
        words = ''
      }
    }
    if (words !== '') sentences.at(-1)?.push({ text: words })
  }
  const told = sentences.filter((parts) => textOfPieces(parts).trim() !== '')
  return told.map((parts) => ({
    text: textOfPieces(parts).trim(),
    figures: told.length === 1 && figures.length > 0 ? figures : sourcesOf(parts),
  }))
}

const sourcesOf = (pieces: readonly Piece[]): readonly string[] => [
  ...new Set(pieces.flatMap(({ sources = [] }) => sources)),
]
