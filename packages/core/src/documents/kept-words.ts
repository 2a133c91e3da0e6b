import type { KeptFigure } from './figure-source.ts'

/** What stands for a figure that is not told, without anything around it: in a cell of a table. */
export const inCell = ({ shown, below }: KeptFigure): string => (shown === 'few' ? `不足${below}` : '不写明')

/** The same among words: “不足5” reads on to the unit, “不写明” is set off from it. */
export const inSentence = (kept: KeptFigure): string => (kept.shown === 'few' ? inCell(kept) : `（${inCell(kept)}）`)
