/** `"合格"` between its quotes; a quote inside is doubled. */
const QUOTED = /"((?:[^"]|"")*)"/g
const ONE = /^\s*[=＝]\s*"((?:[^"]|"")*)"\s*$/
const OTHER = /^\s*(?:≠|!=)\s*"((?:[^"]|"")*)"\s*$/
const SOME = /^\s*(?:属于|in)\s*\(\s*("(?:[^"]|"")*"(?:\s*,\s*"(?:[^"]|"")*")*)\s*\)\s*$/

const unquoted = (text: string): string => text.replaceAll('""', '"')

/** A standard that asks for words as a document says it: `= "做到"` is 做到, `属于 ("优", "良")` is 优或良. */
export function wordedStandard(text: string): string {
  const one = ONE.exec(text)?.[1]
  if (one !== undefined) return unquoted(one)
  const other = OTHER.exec(text)?.[1]
  if (other !== undefined) return `不是“${unquoted(other)}”`
  const some = SOME.exec(text)?.[1]
  if (some !== undefined) return [...some.matchAll(QUOTED)].map(([, word = '']) => unquoted(word)).join('或')
  return text.replace(QUOTED, (_, word: string) => `“${unquoted(word)}”`)
}
