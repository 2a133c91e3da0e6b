/** Digits that a text takes in a column: a Chinese sign is as wide as two. */
export function textWidth(text: string): number {
  let digits = 0
  for (const sign of text) digits += (sign.codePointAt(0) ?? 0) < 0x2000 ? 1 : 2
  return digits
}
