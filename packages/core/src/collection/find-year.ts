import { textAt } from './grid.ts'
import type { Sheet } from './sheet.ts'

const CHINESE_DIGITS = '〇一二三四五六七八九'

/** The first year a text names: 2024年, 2024—2025学年 (its first year), 二〇二四年. */
export function findYear(text: string): number | undefined {
  const plain = text
    .normalize('NFKC')
    .replace(/[零○Ο0](?=[〇一二三四五六七八九])/g, '〇')
    .replace(/[二][〇零○][〇一二三四五六七八九零]{2}(?=年|至|学年|[-—–~])/g, (found) =>
      [...found.replaceAll('零', '〇').replaceAll('○', '〇')].map((digit) => CHINESE_DIGITS.indexOf(digit)).join(''),
    )
    .replace(/\s+/g, '')
  const span = /((?:19|20)\d{2})年?(?:[-‐‑‒–—―−~至/])(?:20)?\d{2}(?:年度|学年|年)/.exec(plain)
  const single = /((?:19|20)\d{2})(?:年|学年)/.exec(plain)
  if (span === null && single === null) return findForeignYear(text)
  const first = span !== null && (single === null || span.index <= single.index) ? span : single
  return first?.[1] === undefined ? undefined : Number(first[1])
}

/** Years as English titles write them: SY2023-24, 2023–24, 2024 School Year, Urban, 2024. */
function findForeignYear(text: string): number | undefined {
  const plain = text.normalize('NFKC')
  for (const [, first = '', second = ''] of plain.matchAll(
    /(?<!\d)((?:19|20)\d{2})\s*[-‐‑‒–—―/]\s*(\d{4}|\d{2})(?!\d)/g,
  ))
    if (Number(second.slice(-2)) === (Number(first) + 1) % 100) return Number(first)
  const named = /(?:\b(?:school|academic|fiscal|calendar)\s+year|\b[SAF]Y|\byear)\s*((?:19|20)\d{2})\b/i.exec(plain)
  const before = /\b((?:19|20)\d{2})\s+(?:(?:school|academic|fiscal|calendar)\s+)?year\b/i.exec(plain)
  const alone = /(?:^|[,;\s(])((?:199|20[0-4])\d)\s*[).;]?\s*$/.exec(plain.length <= 120 ? plain : '')
  const found = (named ?? before ?? alone)?.[1]
  return found === undefined ? undefined : Number(found)
}

/** Year of a sheet: the title rows above its headings, else its own name. */
export function findSheetYear(sheet: Sheet, headTop: number, top = 0): number | undefined {
  for (let row = top; row < Math.min(headTop, top + 12); row += 1) {
    for (let at = 0; at < Math.min(sheet.rows[row]?.length ?? 0, 60); at += 1) {
      const year = findYear(textAt(sheet, row, at))
      if (year !== undefined) return year
    }
  }
  return top > 0 ? findSheetYear(sheet, headTop) : findFolderYear(sheet.name)
}

/** Year of the nearest folder that is named like one: 2024, 2024年, 2024学年, 2024年报表. */
export function findFolderYear(path: string): number | undefined {
  for (const name of path.split('/').reverse()) {
    const bare = /^((?:19|20)\d{2})(?:年度?|学年)?$/.exec(name.trim())
    const year = bare?.[1] === undefined ? findYear(name) : Number(bare[1])
    if (year !== undefined) return year
  }
  return undefined
}
