/**
 * Length of a document by the strictest usual way of counting: every sign that is not white space, whether Chinese,
 * digit or punctuation. Word processors' 字数 counts a run of digits as one and so never gives more.
 */
export function countCharacters(text: string): number {
  let count = 0
  for (const sign of text) if (!/\s/u.test(sign)) count += 1
  return count
}
