import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** A text of the corpus, and where in it the digits stand whose change must be noticed. */
export interface CorpusText {
  readonly text: string
  readonly marked: readonly { readonly start: number; readonly end: number }[]
}

/** Passages and short texts, and reports of some pages as they are written. */
const folders = { corpus: './corpus/', reports: './reports/' } as const
type Folder = keyof typeof folders

const pathOf = (folder: Folder): string => fileURLToPath(new URL(folders[folder], import.meta.url))

export const corpusFiles = (folder: Folder): readonly string[] =>
  readdirSync(pathOf(folder)).filter((name) => name.endsWith('.txt'))

/** The texts of a file, parted by lines of `===`. Braces stand around digits that a reader could check by hand. */
export function readCorpus(folder: Folder, file: string): readonly CorpusText[] {
  return readFileSync(`${pathOf(folder)}${file}`, 'utf8')
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
