import { writeFile } from 'node:fs/promises'
import { parseAddress } from '@eduduty/core/collection'
import type { CodeList, Register } from '@eduduty/core/packs'
import { writeXlsx } from 'hucre/xlsx'
import { openPackage } from '../platform/workbooks/marking/package-parts.ts'
import { makeDictionary } from './template-dictionary.ts'
import { FIRST_OPEN_ROW, type TemplateContent, tableSheet, verticalSheet } from './template-sheet.ts'

export interface TemplateOptions extends TemplateContent {
  /** The official vertical form, one record to a sheet, instead of a table with one record to a row. */
  readonly vertical?: boolean
}

/** A workbook for a register: drop-downs, notes, locked headings, codes as text. The reader takes it back as it is. */
export async function makeTemplate(
  register: Register,
  codes: readonly CodeList[],
  options: TemplateOptions = {},
): Promise<Uint8Array> {
  const dictionary = makeDictionary(register, codes)
  const draw = options.vertical === true ? verticalSheet : tableSheet
  const sheets = [draw(register, dictionary, options), dictionary.sheet]
  const bytes = await writeXlsx({ sheets, defaultFont: { name: '宋体', size: 11 } })
  return options.vertical === true ? bytes : openColumns(bytes)
}

/** Writes the same into a file. */
export async function writeTemplate(
  register: Register,
  codes: readonly CodeList[],
  outPath: string,
  options: TemplateOptions = {},
): Promise<void> {
  await writeFile(outPath, await makeTemplate(register, codes, options))
}

const FIRST_SHEET = 'xl/worksheets/sheet1.xml'

/** The library writes no column styles, and a cell without style is locked: columns take the style of the first open row. */
function openColumns(bytes: Uint8Array): Uint8Array {
  const parts = openPackage(bytes)
  const xml = parts.read(FIRST_SHEET) ?? ''
  const styles = new Map<number, string>()
  for (const [, letters, style] of xml.matchAll(new RegExp(`<c r="([A-Z]+)${FIRST_OPEN_ROW + 1}" s="(\\d+)"`, 'g'))) {
    styles.set((parseAddress(`${letters}1`)?.column ?? 0) + 1, style ?? '0')
  }
  const open = xml.replace(
    /<col min="(\d+)"/g,
    (tag, column: string) => `${tag} style="${styles.get(Number(column)) ?? '0'}"`,
  )
  parts.write(FIRST_SHEET, open)
  return parts.toBytes()
}
