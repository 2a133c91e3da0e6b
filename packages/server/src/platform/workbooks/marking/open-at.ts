import type { SheetXml } from './sheet-rows.ts'
import { attribute, prefixOf, withAttribute } from './xml-text.ts'

/** The workbook part, changed so that the workbook opens at the sheet of this name. */
export function openAt(workbook: string, sheet: string): string {
  const tags = [...workbook.matchAll(/<(?:\w+:)?sheet\s[^>]*>/g)].map(([tag]) => tag)
  const at = tags.findIndex((tag) => attribute(tag, 'name') === sheet)
  const tag = tags[at]
  if (tag === undefined) return workbook
  // A hidden sheet cannot be the active one.
  const shown = workbook.replace(tag, () => tag.replace(/\sstate\s*=\s*(?:"[^"]*"|'[^']*')/, ''))
  const view = /<(?:\w+:)?workbookView(?=[\s/>])[^>]*>/
  if (view.test(shown)) return shown.replace(view, (found) => withAttribute(found, 'activeTab', String(at)))
  const prefix = prefixOf(shown, 'workbook')
  return shown.replace(
    `<${prefix}sheets>`,
    () => `<${prefix}bookViews><${prefix}workbookView activeTab="${at}"/></${prefix}bookViews><${prefix}sheets>`,
  )
}

/** A worksheet that is not selected: two selected sheets would be edited together. Views stand before the rows. */
export function unselect(sheet: SheetXml): SheetXml {
  const before = sheet.before.replace(
    /(<(?:\w+:)?sheetView\s[^>]*?)\stabSelected\s*=\s*(?:"[^"]*"|'[^']*')/g,
    (_, start: string) => start,
  )
  return before === sheet.before ? sheet : { ...sheet, before }
}
