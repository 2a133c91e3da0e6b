/** Longer titles are cut. */
const LONGEST = 40
/** A line that ends so is a sentence of the text, no heading of it. */
const SENTENCE = /[。！？；：，、.!?;:,]$/
/** Words that a report says to somebody, or of its day and number, before it says anything. */
const PRELUDE = /^(?:附件|密级|签发人|.*〔\d{4}〕\d+号|\d{4}年\d{1,2}月\d{1,2}日)/
/** Lines at the beginning among which the heading is looked for. */
const BEGINNING = 6

/**
 * What pasted text is called: its first line that reads like a heading, else the beginning of its first sentence, without the
 * sign that ends it. Empty for text without words.
 */
export function titleOfText(text: string): string {
  const lines = text
    .split('\n')
    .map((line) => line.replaceAll(/[\s　#*]+/g, ' ').trim())
    .filter((line) => line !== '')
  const heading = lines
    .slice(0, BEGINNING)
    .find((line) => line.length <= LONGEST && !SENTENCE.test(line) && !PRELUDE.test(line))
  return heading ?? cut(lines[0]?.split(/[。！？；!?;]/u)[0] ?? '')
}

function cut(sentence: string): string {
  if (sentence.length <= LONGEST) return sentence.replace(SENTENCE, '')
  return `${sentence.slice(0, LONGEST).replace(SENTENCE, '')}……`
}
