import { parseAddress } from '@eduduty/core/collection'
import { escapeXml } from '../../escape-xml.ts'
import type { PackageParts } from './package-parts.ts'
import type { SheetXml } from './sheet-rows.ts'
import { attribute, prefixOf } from './xml-text.ts'

const AUTHOR = '履教通'
/** Starts every note we write, so that it can be found again after a program has rewritten the authors. */
const SIGN = '【履教通】'
const COMMENTS_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml'
const VML_TYPE = 'application/vnd.openxmlformats-officedocument.vmlDrawing'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'

/** Replaces our notes on a sheet by new ones; notes of other authors stay. Gives the sheet with its drawing link. */
export function writeNotes(
  parts: PackageParts,
  sheetPath: string,
  sheet: SheetXml,
  notes: ReadonlyMap<string, string>,
): SheetXml {
  const relations = parts.relationsOf(sheetPath)
  const existing = relations.find((relation) => relation.type === 'comments')?.target
  const drawing = relations.find((relation) => relation.type === 'vmlDrawing')?.target
  if (existing === undefined && notes.size === 0) return sheet
  const commentsPath = existing ?? parts.freePath('xl/comments', '.xml')
  const vmlPath = drawing ?? parts.freePath('xl/drawings/vmlDrawing', '.vml')
  const { xml, removed, kept } = mergeNotes(parts.read(commentsPath), notes)
  parts.write(commentsPath, xml)
  const fresh = [...notes].filter(([address]) => !kept.has(address))
  parts.write(vmlPath, drawShapes(parts.read(vmlPath), removed, fresh))
  parts.declare({ part: commentsPath }, COMMENTS_TYPE)
  parts.declare({ extension: 'vml' }, VML_TYPE)
  if (existing === undefined) parts.relate(sheetPath, 'comments', commentsPath)
  return drawing === undefined ? linkDrawing(sheet, parts.relate(sheetPath, 'vmlDrawing', vmlPath)) : sheet
}

interface MergedNotes {
  readonly xml: string
  /** Addresses of our former notes: their shapes go. */
  readonly removed: ReadonlySet<string>
  /** Addresses where somebody else's note was extended: their shapes stay. */
  readonly kept: ReadonlySet<string>
}

const EMPTY = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><comments xmlns="${MAIN}"><authors></authors><commentList></commentList></comments>`

function mergeNotes(before: string | undefined, notes: ReadonlyMap<string, string>): MergedNotes {
  const xml = before ?? EMPTY
  const prefix = prefixOf(xml, 'comments')
  const authors = [
    ...xml.matchAll(new RegExp(`<${prefix}author>([\\s\\S]*?)</${prefix}author>|<${prefix}author\\s*/>`, 'g')),
  ].map((found) => found[1] ?? '')
  const known = authors.indexOf(AUTHOR)
  const ours = known >= 0 ? known : authors.push(AUTHOR) - 1
  const removed = new Set<string>()
  const kept = new Set<string>()
  const list: string[] = []
  for (const [comment] of xml.matchAll(new RegExp(`<${prefix}comment\\s[\\s\\S]*?</${prefix}comment>`, 'g'))) {
    const opening = /^<[^>]*>/.exec(comment)?.[0] ?? ''
    const address = attribute(opening, 'ref') ?? ''
    if (isOurs(prefix, comment)) removed.add(address)
    else {
      const note = notes.get(address)
      const theirs = comment.replace(runs(prefix), (run) => (run.includes(SIGN) ? '' : run))
      const text = runOf(prefix, `\n${SIGN}${note ?? ''}`)
      list.push(note === undefined ? theirs : theirs.replace(`</${prefix}text>`, () => `${text}</${prefix}text>`))
      if (note !== undefined) kept.add(address)
    }
  }
  for (const [address, note] of notes) {
    if (kept.has(address)) continue
    list.push(
      `<${prefix}comment ref="${address}" authorId="${ours}"><${prefix}text>${runOf(prefix, SIGN + note)}</${prefix}text></${prefix}comment>`,
    )
  }
  const authorsXml = authors
    .map((author) => `<${prefix}author>${author === AUTHOR ? AUTHOR : author}</${prefix}author>`)
    .join('')
  const root = /<(?:\w+:)?comments[^>]*>/.exec(xml)?.[0] ?? ''
  const body = `<${prefix}authors>${authorsXml}</${prefix}authors><${prefix}commentList>${list.join('')}</${prefix}commentList></${prefix}comments>`
  return { xml: `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${root}${body}`, removed, kept }
}

function runs(prefix: string): RegExp {
  return new RegExp(`<${prefix}r>[\\s\\S]*?</${prefix}r>`, 'g')
}

/** A note is ours when our sign stands before any other text. */
function isOurs(prefix: string, comment: string): boolean {
  return new RegExp(`<${prefix}t(?:\\s[^>]*)?>([^<]*)`).exec(comment)?.[1]?.startsWith(SIGN) === true
}

function runOf(prefix: string, text: string): string {
  return `<${prefix}r><${prefix}rPr><${prefix}sz val="9"/><${prefix}rFont val="宋体"/></${prefix}rPr><${prefix}t xml:space="preserve">${escapeXml(text)}</${prefix}t></${prefix}r>`
}

const SHAPE_TYPE =
  '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>'
const EMPTY_VML = `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout>${SHAPE_TYPE}</xml>`

function drawShapes(
  before: string | undefined,
  removed: ReadonlySet<string>,
  fresh: readonly (readonly [string, string])[],
): string {
  const vml = before ?? EMPTY_VML
  const gone = new Set([...removed].map(placeKey))
  let highest = 0
  const kept = vml.replace(/<v:shape\s[\s\S]*?<\/v:shape>/g, (shape) => {
    highest = Math.max(highest, Number(/_s(\d+)"/.exec(shape)?.[1] ?? 0))
    const row = /<x:Row>\s*(\d+)/.exec(shape)?.[1]
    const column = /<x:Column>\s*(\d+)/.exec(shape)?.[1]
    return row !== undefined && column !== undefined && gone.has(`${row},${column}`) ? '' : shape
  })
  const shapes = fresh.map(([address, note], order) => shapeOf(address, note, Math.max(highest, 1024) + order + 1))
  const typed = kept.includes('_x0000_t202"') ? '' : SHAPE_TYPE
  return kept.replace(/<\/xml>\s*$/, () => `${typed}${shapes.join('')}</xml>`)
}

function placeKey(address: string): string {
  const place = parseAddress(address)
  return place === undefined ? '' : `${place.row},${place.column}`
}

/** WPS shows a note only when its box has a size: about 26 letters to a line of 15 points. */
function shapeOf(address: string, note: string, number: number): string {
  const place = parseAddress(address) ?? { row: 0, column: 0 }
  const lines = note.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / 24)), 0)
  const rows = Math.min(14, lines + 1)
  const anchor = [
    place.column + 1,
    12,
    Math.max(0, place.row - 1),
    4,
    place.column + 5,
    12,
    Math.max(0, place.row - 1) + rows,
    4,
  ].join(', ')
  return (
    `<v:shape id="_x0000_s${number}" type="#_x0000_t202" style="position:absolute;margin-left:80pt;margin-top:5pt;width:240pt;height:${rows * 15}pt;z-index:1;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto">` +
    '<v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/><v:textbox><div style="text-align:left"></div></v:textbox>' +
    `<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${anchor}</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${place.row}</x:Row><x:Column>${place.column}</x:Column></x:ClientData></v:shape>`
  )
}

/** `legacyDrawing` has its place near the end of a worksheet: after drawing, before what is listed here. */
function linkDrawing(sheet: SheetXml, id: string): SheetXml {
  const { prefix, after } = sheet
  const followers = [
    'legacyDrawingHF',
    'drawingHF',
    'picture',
    'oleObjects',
    'controls',
    'webPublishItems',
    'tableParts',
    'extLst',
  ].join('|')
  const link = `<${prefix}legacyDrawing xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="${id}"/>`
  const next = new RegExp(`<${prefix}(?:${followers})[\\s>/]`).exec(after)
  const at = next?.index ?? after.lastIndexOf(`</${prefix}worksheet>`)
  return { ...sheet, after: `${after.slice(0, at)}${link}${after.slice(at)}` }
}
