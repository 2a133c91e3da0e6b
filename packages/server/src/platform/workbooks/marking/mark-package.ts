import { ERROR_LIST_SHEET, type Finding, parseAddress } from '@eduduty/core/collection'
import { escapeXml } from '../../escape-xml.ts'
import { explanationOf } from '../explanation.ts'
import { writeNotes } from './comment-parts.ts'
import { errorListXml } from './error-list-sheet.ts'
import { explainRows } from './explain-rows.ts'
import { markCells } from './mark-cells.ts'
import { findOldTexts } from './old-explanations.ts'
import { openAt, unselect } from './open-at.ts'
import { openPackage, type PackageParts } from './package-parts.ts'
import { openSheet, piecesOf } from './sheet-rows.ts'
import { openStyles } from './style-marks.ts'
import { attribute, prefixOf } from './xml-text.ts'

const WORKSHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml'
const STYLES_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml'
const EMPTY_STYLES =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts count="1"><font><sz val="11"/><name val="宋体"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs></styleSheet>'

/**
 * Marks wrong cells of an xlsx package red, with a note each, and adds a sheet that lists all findings.
 * Only the parts concerned are patched; everything else of the workbook stays byte for byte. Old marks are taken away.
 */
export function markPackage(bytes: Uint8Array, findings: readonly Finding[], file: string): Uint8Array {
  const parts = openPackage(bytes)
  const workbookPath =
    parts.relationsOf('').find((relation) => relation.type === 'officeDocument')?.target ?? 'xl/workbook.xml'
  const sheets = listSheets(parts, workbookPath)
  const stylesPath = ensureStyles(parts, workbookPath)
  const styles = openStyles(parts.read(stylesPath) ?? EMPTY_STYLES)
  const oldTexts = findOldTexts(parts, workbookPath)
  for (const [name, path] of sheets) {
    const xml = name === ERROR_LIST_SHEET ? undefined : parts.read(path)
    const opened = xml === undefined ? undefined : openSheet(xml)
    if (opened === undefined) continue
    const own = findings.filter((finding) => finding.sheet === name)
    const notes = notesOf(own)
    const marked = markCells(opened, [...notes.keys()], styles)
    const shown = new Map<string, string>()
    for (const [address, note] of notes) {
      const corner = marked.shown.get(address) ?? address
      shown.set(corner, [...(shown.get(corner)?.split('\n') ?? []), note].join('\n'))
    }
    const explained = explainRows(marked.sheet, {
      texts: explanationsOf(own, marked.shown),
      lastMarked: [...shown.keys()].reduce((most, cell) => Math.max(most, parseAddress(cell)?.column ?? 0), 0),
      oldTexts,
      style: styles.explained,
    })
    const changed = unselect(writeNotes(parts, path, explained, shown))
    // What stays as it is, is not packed again.
    if (changed !== opened) parts.writePieces(path, piecesOf(changed))
  }
  const list = errorListXml(file, findings, new Set(sheets.keys()), {
    heading: styles.headed(),
    text: styles.wrapped(),
  })
  parts.write(stylesPath, styles.toXml())
  addList(parts, workbookPath, sheets, list)
  parts.write(workbookPath, openAt(parts.read(workbookPath) ?? '', ERROR_LIST_SHEET))
  return parts.toBytes()
}

const isFault = ({ level }: Pick<Finding, 'level'>): boolean => level === 'error' || level === 'check'

/** What is wrong in each row, by zero-based row. */
function explanationsOf(findings: readonly Finding[], shown: ReadonlyMap<string, string>): ReadonlyMap<number, string> {
  const faults = new Map<number, string[]>()
  for (const { cell, level, message, advice } of findings) {
    if (cell === undefined || !isFault({ level })) continue
    const at = parseAddress(shown.get(cell) ?? cell)?.row
    if (at === undefined) continue
    const text = `${cell} ${message}${advice === undefined ? '' : `（${advice}）`}`
    faults.set(at, [...(faults.get(at) ?? []), text])
  }
  return new Map([...faults].map(([at, texts]) => [at, explanationOf(texts)]))
}

function notesOf(findings: readonly Finding[]): ReadonlyMap<string, string> {
  const notes = new Map<string, string>()
  for (const finding of findings) {
    if (finding.cell === undefined || !isFault(finding)) continue
    const text = finding.advice === undefined ? finding.message : `${finding.message}\n怎么改：${finding.advice}`
    const before = notes.get(finding.cell)
    notes.set(finding.cell, before === undefined ? text : `${before}\n${text}`)
  }
  return notes
}

function listSheets(parts: PackageParts, workbookPath: string): ReadonlyMap<string, string> {
  const relations = new Map(parts.relationsOf(workbookPath).map((relation) => [relation.id, relation.target]))
  const xml = parts.read(workbookPath) ?? ''
  const sheets = new Map<string, string>()
  for (const [tag] of xml.matchAll(/<(?:\w+:)?sheet\s[^>]*>/g)) {
    const target = relations.get(attribute(tag, '\\w+:id') ?? '')
    const name = attribute(tag, 'name')
    if (target !== undefined && name !== undefined) sheets.set(name, target)
  }
  return sheets
}

function ensureStyles(parts: PackageParts, workbookPath: string): string {
  const known = parts.relationsOf(workbookPath).find((relation) => relation.type === 'styles')?.target
  if (known !== undefined && parts.has(known)) return known
  const path = 'xl/stylesEduduty.xml'
  parts.write(path, EMPTY_STYLES)
  parts.declare({ part: path }, STYLES_TYPE)
  parts.relate(workbookPath, 'styles', path)
  return path
}

function addList(parts: PackageParts, workbookPath: string, sheets: ReadonlyMap<string, string>, xml: string): void {
  const existing = sheets.get(ERROR_LIST_SHEET)
  if (existing !== undefined) {
    parts.write(existing, xml)
    return
  }
  const path = parts.freePath('xl/worksheets/sheet', '.xml')
  parts.write(path, xml)
  parts.declare({ part: path }, WORKSHEET_TYPE)
  const id = parts.relate(workbookPath, 'worksheet', path)
  const workbook = parts.read(workbookPath) ?? ''
  const prefix = prefixOf(workbook, 'workbook')
  const numbers = [...workbook.matchAll(/\ssheetId="(\d+)"/g)].map((found) => Number(found[1]))
  const entry = `<${prefix}sheet name="${escapeXml(ERROR_LIST_SHEET)}" sheetId="${Math.max(0, ...numbers) + 1}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="${id}"/>`
  parts.write(
    workbookPath,
    workbook.replace(`</${prefix}sheets>`, () => `${entry}</${prefix}sheets>`),
  )
}
