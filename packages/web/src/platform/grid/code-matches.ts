import type { GridCode } from './grid-model.ts'

/** Codes that fit what was typed: by code, by a part of the title or another word, by pinyin initials. All for nothing typed. */
export function codeMatches(codes: readonly GridCode[], typed: string): readonly GridCode[] {
  const text = typed.trim()
  if (text === '') return codes
  const letters = text.toLowerCase()
  const ranked = codes.flatMap((entry) => {
    const rank = rankOf(entry, text, letters)
    return rank === undefined ? [] : [{ entry, rank }]
  })
  return ranked.sort((a, b) => a.rank - b.rank).map(({ entry }) => entry)
}

function rankOf(entry: GridCode, text: string, letters: string): number | undefined {
  const initials = entry.initials ?? ''
  if (entry.code === text || entry.title === text) return 0
  if (entry.code.startsWith(text) || entry.title.startsWith(text) || initials === letters) return 1
  if (initials.startsWith(letters)) return 2
  if (entry.title.includes(text) || entry.synonyms?.some((word) => word.includes(text)) === true) return 3
  return initials.includes(letters) ? 4 : undefined
}
