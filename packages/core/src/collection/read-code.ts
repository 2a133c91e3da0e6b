import type { CodeList } from '../packs/index.ts'
import { accept, BLANK, type CellOutcome, refuse, refuseFormulaError } from './cell-outcome.ts'
import { cleanToken, shorten } from './clean-text.ts'
import { shownText } from './grid.ts'
import { headingKey, similarity } from './heading.ts'
import type { CellContent } from './sheet.ts'

/** A code list ready for look-up: exact words, and words in normal form. */
export interface CodeIndex {
  readonly list: CodeList
  readonly exact: ReadonlyMap<string, string>
  readonly loose: ReadonlyMap<string, string>
}

/** Prepares a code list for `readCode`. */
export function indexCodes(list: CodeList): CodeIndex {
  const exact = new Map<string, string>()
  const loose = new Map<string, string>()
  for (const { code, title, synonyms } of list.codes) {
    exact.set(code, code)
    exact.set(title, code)
    for (const word of [code, title, ...(synonyms ?? [])])
      if (!loose.has(headingKey(word))) loose.set(headingKey(word), code)
  }
  return { list, exact, loose }
}

/** Reads a code or its title; `values` are the codes of a mapping file. */
export function readCode(
  content: CellContent,
  index: CodeIndex,
  values?: Readonly<Record<string, string>>,
): CellOutcome {
  if (content.kind === 'error') return refuseFormulaError(content.text)
  const shown = index.exact.get(shownText(content).trim())
  if (shown !== undefined && values === undefined) return accept(shown)
  const { text, repairs } = cleanToken(shownText(content))
  if (text === '') return BLANK
  const mapped = values !== undefined && Object.hasOwn(values, text) ? values[text] : undefined
  const exact = index.exact.get(mapped ?? text)
  if (exact !== undefined)
    return accept(exact, mapped === undefined ? repairs : [...repairs, `“${text}”按对照文件取“${mapped}”`])
  const loose = index.loose.get(headingKey(mapped ?? text))
  if (loose !== undefined) return accept(loose, [...repairs, `“${text}”按“${titleOf(index, loose)}”`])
  const nearest = findNearest(index, text)
  const all = index.list.codes.map((entry) => entry.title)
  const allowed = all.length <= 12 ? `可填：${all.join('、')}` : `见“${index.list.title}”`
  return refuse(
    'unknown_code',
    `“${shorten(text)}”不在“${index.list.title}”中`,
    nearest === undefined ? allowed : `是不是“${nearest}”？${allowed}`,
  )
}

function titleOf(index: CodeIndex, code: string): string {
  return index.list.codes.find((entry) => entry.code === code)?.title ?? code
}

function findNearest(index: CodeIndex, text: string): string | undefined {
  const key = headingKey(text)
  let best: { title: string; score: number } | undefined
  for (const entry of index.list.codes) {
    for (const word of [entry.title, ...(entry.synonyms ?? [])]) {
      const other = headingKey(word)
      const contained = other.length > 1 && (key.includes(other) || other.includes(key)) ? 0.6 : 0
      const score = Math.max(similarity(key, other), contained)
      if (score > (best?.score ?? 0.3)) best = { title: entry.title, score }
    }
  }
  return best?.title
}
