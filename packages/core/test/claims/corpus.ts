import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** A text of the corpus, and where in it the digits stand whose change must be noticed. */
export interface CorpusText {
  readonly text: string
  readonly marked: readonly { readonly start: number; readonly end: number }[]
}

const folder = fileURLToPath(new URL('./corpus/', import.meta.url))

export const corpusFiles: readonly string[] = readdirSync(folder).filter((name) => name.endsWith('.txt'))

/** The texts of a file, parted by lines of `===`. Braces stand around digits that a reader could check by hand. */
export function readCorpus(file: string): readonly CorpusText[] {
  return readFileSync(`${folder}${file}`, 'utf8')
    .trimEnd()
    .split('\n===\n')
    .map((marked) => withoutMarks(marked))
}

function withoutMarks(source: string): CorpusText {
  const marked: { start: number; end: number }[] = []
  let text = ''
  let open = 0
  for (const letter of source) {
    if (letter === '{') open = text.length
    else if (letter === '}') marked.push({ start: open, end: text.length })
    else text += letter
  }
  return { text, marked }
}
