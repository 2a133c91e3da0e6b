import type { TemplateParagraph } from '@eduduty/core/documents'
import {
  type Docx,
  type OpenXmlPart,
  RelType,
  type XmlGeneralNode,
  type XmlNode,
  type XmlTextNode,
  xml,
} from 'easy-template-x'

/** A piece of a paragraph's text, with the run that it stands in. */
export interface TextPiece {
  readonly node: XmlTextNode
  readonly start: number
}

export interface WalkedParagraph extends TemplateParagraph {
  readonly pieces: readonly TextPiece[]
}

export interface TemplatePart {
  readonly part: OpenXmlPart
  readonly title: string
  readonly isFilled: boolean
}

const kinds: readonly (readonly [type: string, title: string, isFilled: boolean])[] = [
  [RelType.Header, '页眉', true],
  [RelType.Footer, '页脚', true],
  ['http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes', '脚注', false],
  ['http://schemas.openxmlformats.org/officeDocument/2006/relationships/endnotes', '尾注', false],
  ['http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments', '批注', false],
]

/** The parts that hold text, in the order in which they are filled. */
export async function listParts(docx: Docx): Promise<readonly TemplatePart[]> {
  const parts: TemplatePart[] = [{ part: docx.mainDocument, title: '正文', isFilled: true }]
  for (const [type, title, isFilled] of kinds)
    for (const part of await docx.mainDocument.getPartsByType(type)) parts.push({ part, title, isFilled })
  return parts
}

/** Where the walk is: what counts for repeating, and the words for it. */
interface Position {
  readonly container: string
  readonly table: string
  readonly cell: string
  readonly column: number
  readonly inControl: boolean
  readonly place: string
}

/** The paragraphs of a part in the order of their text, those of text boxes after the one that the box hangs on. */
export class ParagraphWalk {
  readonly paragraphs: WalkedParagraph[] = []
  private readonly source: TemplatePart
  private count = 0
  private tables = 0
  private boxes = 0

  constructor(source: TemplatePart, root: XmlNode) {
    this.source = source
    const { part, title } = source
    this.visit(root, { container: part.path, table: '', cell: '', column: 0, inControl: false, place: title })
  }

  private visit(node: XmlNode, at: Position): void {
    if (node.nodeName === 'w:p') this.paragraph(node, at)
    else if (node.nodeName === 'w:tbl') this.table(node, at)
    else if (node.nodeName === 'w:sdt') this.children(node, { ...at, inControl: true })
    else if (node.nodeName === 'w:txbxContent') this.textBox(node, at)
    else this.children(node, at)
  }

  private textBox(node: XmlNode, at: Position): void {
    this.boxes += 1
    this.children(node, { ...at, container: `${this.source.part.path}#${this.boxes}`, table: '', cell: '' })
  }

  private children(node: XmlNode, at: Position): void {
    for (const child of node.childNodes ?? []) this.visit(child, at)
  }

  private table(node: XmlNode, at: Position): void {
    this.tables += 1
    const name = `${at.place === '正文' ? '' : at.place}表${this.tables}`
    const table = `${at.table}/${this.tables}`
    for (const [row, tr] of rowsOf(node).entries())
      for (const [column, tc] of (tr.childNodes ?? []).filter(isNamed('w:tc')).entries())
        this.children(tc, {
          ...at,
          table,
          cell: `${row},${column}`,
          column,
          place: `${name}第${row + 1}行第${column + 1}格`,
        })
  }

  private paragraph(node: XmlNode, at: Position): void {
    if (at.table === '') this.count += 1
    const pieces: TextPiece[] = []
    const later: XmlNode[] = []
    const pictures: XmlGeneralNode[] = []
    const breaks: number[] = []
    let text = ''
    const gather = (inner: XmlNode, parent: XmlNode): void => {
      if (inner.nodeName === 'w:txbxContent') {
        later.push(inner)
        return
      }
      if (xml.query.isTextNode(inner)) {
        if (parent.nodeName !== 'w:t') return
        pieces.push({ node: inner, start: text.length })
        text += inner.textContent ?? ''
        return
      }
      const isApart = /^w:(?:hyperlink|ins|del|smartTag|fldSimple|moveTo|moveFrom|sdt)$/.test(inner.nodeName)
      if (isApart) breaks.push(text.length)
      if (inner.nodeName === 'wp:docPr' && xml.query.isGeneralNode(inner)) pictures.push(inner)
      for (const child of inner.childNodes ?? []) gather(child, inner)
      if (isApart) breaks.push(text.length)
    }
    for (const child of node.childNodes ?? []) gather(child, node)
    const { isFilled } = this.source
    const place = at.table === '' && at.place === this.source.title ? `${at.place}第${this.count}段` : at.place
    this.paragraphs.push({ ...at, place, text, isPictureText: false, isFilled, breaks, pieces })
    for (const picture of pictures) this.pictureText(picture, { ...at, place })
    for (const box of later) this.visit(box, { ...at, place: `${place}的文本框` })
  }

  private pictureText(picture: XmlGeneralNode, at: Position): void {
    const { descr: text = '' } = picture.attributes ?? {}
    if (!/[{}｛｝]/.test(text)) return
    const place = `${at.place}的图片替代文字`
    this.paragraphs.push({
      ...at,
      place,
      text,
      isPictureText: true,
      isFilled: this.source.isFilled,
      breaks: [],
      pieces: [],
    })
  }
}

const isNamed =
  (name: string) =>
  (node: XmlNode): boolean =>
    node.nodeName === name

/** Rows may stand in content controls of their own. */
const rowsOf = (table: XmlNode): readonly XmlNode[] =>
  (table.childNodes ?? []).flatMap((child) =>
    child.nodeName === 'w:tr'
      ? [child]
      : child.nodeName === 'w:sdt'
        ? xml.query.descendants(child, 3, isNamed('w:tr'))
        : [],
  )

export async function walkTemplate(docx: Docx): Promise<readonly WalkedParagraph[]> {
  const paragraphs: WalkedParagraph[] = []
  for (const source of await listParts(docx))
    paragraphs.push(...new ParagraphWalk(source, await source.part.xmlRoot()).paragraphs)
  return paragraphs
}
