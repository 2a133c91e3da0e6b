import { shownParts, titleOfFile } from './shown-name.ts'

/** What a need is known by. */
export interface KnownNeed {
  readonly need: string
  readonly fileNo: string
  readonly indicatorNo: string
  readonly indicatorTitle: string
  readonly title: string
  /** Who owes it. */
  readonly unitName: string
}

export interface NeedSuggestion {
  readonly need: string
  readonly title: string
  readonly because: string
  readonly file_no: string
  readonly unit_name: string
}

/** Materials, each with all the units that owe it. */
const MOST = 5

/**
 * Needs to which the folder or the name of a file points: by file number, by the title of the material, by the number of
 * the indicator; the surest material first, with every unit that owes it. Nothing is decided by it.
 */
export function matchNeeds(path: string, needs: readonly KnownNeed[]): readonly NeedSuggestion[] {
  const parts = [...shownParts(path).slice(0, -1), titleOfFile(path)].map(plain)
  const found = new Map<string, NeedSuggestion[]>()
  const seen = new Set<string>()
  const add = (need: KnownNeed, because: string): void => {
    if (seen.has(need.need)) return
    seen.add(need.need)
    const { need: id, title, fileNo, unitName } = need
    const material = `${fileNo} ${title}`
    const suggestion = { need: id, title, because, file_no: fileNo, unit_name: unitName }
    found.set(material, [...(found.get(material) ?? []), suggestion])
  }
  for (const need of needs)
    if (parts.some((part) => beginsWith(part, plain(need.fileNo)))) add(need, `归档号 ${need.fileNo}`)
  const own = needs.filter((need) => parts.some((part) => isAbout(part, need)))
  const named = (need: KnownNeed): boolean => parts.some((part) => saysTitle(part, plain(need.title)))
  for (const need of own) if (named(need)) add(need, `指标 ${need.indicatorNo}，材料名称`)
  for (const need of needs) if (named(need)) add(need, '材料名称')
  for (const need of own) add(need, `指标 ${need.indicatorNo}`)
  return [...found.values()].slice(0, MOST).flat()
}

/** Letters and digits alone, of one width and case, with one kind of dash. */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[‐‑–—－_]/g, '-')
    .replace(/[\s《》“”"'、，。：:()（）【】[\]]/g, '')
}

/** `1.1-2会议纪要` begins with 1.1-2, and `1.1-21` does not. */
function beginsWith(part: string, number: string): boolean {
  return number !== '' && part.startsWith(number) && !/^[\d.]*\d/.test(part.slice(number.length))
}

function isAbout(part: string, { indicatorNo, indicatorTitle }: KnownNeed): boolean {
  const title = plain(indicatorTitle)
  return beginsWith(part, plain(indicatorNo)) || (title.length >= 4 && part.includes(title))
}

function saysTitle(part: string, title: string): boolean {
  if (title.length >= 4 && part.includes(title)) return true
  return part.length >= 4 && title.includes(part)
}
