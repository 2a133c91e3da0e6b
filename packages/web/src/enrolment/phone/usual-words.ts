/** Which of the usual sentences a text begins with; undefined where it begins with none. */
export function usualWordOf(text: string, usual: readonly string[]): string | undefined {
  return usual.find((word) => text.trimStart().startsWith(word))
}

/** The text with the sentence in front, in the place of another usual one: what was written besides stays. */
export function withUsualWord(text: string, word: string, usual: readonly string[]): string {
  const before = usualWordOf(text, usual)
  const own = before === undefined ? text.trim() : text.trimStart().slice(before.length)
  return before !== undefined || own === '' ? `${word}${own}` : `${word}。${own}`
}
