import { EXPLANATION_SIGN, isExplanation } from '../explanation.ts'
import { cutElements, richText } from '../streaming/xml-pieces.ts'
import type { PackageParts } from './package-parts.ts'
import { attribute, prefixOf } from './xml-text.ts'

/** Programs that save a marked workbook put its texts among the shared ones: those that are explanations. */
export function findOldTexts(parts: PackageParts, workbookPath: string): ReadonlySet<number> {
  const path = parts.relationsOf(workbookPath).find(({ type }) => type === 'sharedStrings')?.target
  const xml = path === undefined ? undefined : parts.read(path)
  const found = new Set<number>()
  if (xml === undefined || !xml.includes(EXPLANATION_SIGN)) return found
  const prefix = prefixOf(xml, 'sst')
  for (const [at, text] of cutElements(`${prefix}si`).add(xml).entries())
    if (isExplanation(richText(text, prefix))) found.add(at)
  return found
}

/** A cell that holds what was written beside a row at a former time. */
export function isOldExplanation(cell: string, prefix: string, oldTexts: ReadonlySet<number>): boolean {
  const opening = cell.slice(0, cell.indexOf('>') + 1)
  switch (attribute(opening, 't')) {
    case 's':
      return oldTexts.has(Number(new RegExp(`<${prefix}v>\\s*(\\d+)`).exec(cell)?.[1] ?? Number.NaN))
    case 'inlineStr':
    case 'str':
      return isExplanation(richText(cell, prefix)) || cell.includes(`<${prefix}v>${EXPLANATION_SIGN}`)
    default:
      return false
  }
}
