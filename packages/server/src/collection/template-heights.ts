const LINE = 15
const LEAST = 20

/** Digits that a text takes: a Chinese sign is as wide as two. */
function digitsOf(text: string): number {
  let digits = 0
  for (const sign of text) digits += (sign.codePointAt(0) ?? 0) < 0x2000 ? 1 : 2
  return digits
}

/** Height in points of a row in which texts are wrapped in columns of these widths: programs do not find it themselves. */
export function heightOf(cells: readonly (readonly [text: string, width: number])[]): number {
  const lines = cells.map(([text, width]) => Math.ceil(digitsOf(text) / Math.max(1, width - 1)))
  return Math.max(LEAST, Math.max(1, ...lines) * LINE + 4)
}
