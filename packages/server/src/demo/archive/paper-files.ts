import { crc32, deflateSync } from 'node:zlib'
import { strToU8 } from 'fflate'
import { writeXlsx } from 'hucre/xlsx'
import type { TakenFile } from '../../archive/index.ts'
import { escapeXml } from '../../platform/escape-xml.ts'
import type { FileStore } from '../../platform/files/file-store.ts'
import { fixedZip } from '../../platform/fixed-zip.ts'
import { county } from '../county.ts'

export interface DemoFile {
  readonly name: string
  readonly media:
    | 'application/pdf'
    | 'image/png'
    | 'text/plain'
    | 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
    | 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  readonly bytes: Uint8Array
}

/** Puts an invented paper into the store of files, as if it had been uploaded. */
export async function placeFile(files: FileStore, { bytes, media, name }: DemoFile): Promise<TakenFile> {
  const incoming = await files.receive(one(bytes), bytes.length)
  await files.place(county.code, incoming)
  return { ...incoming, media, name }
}

async function* one(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

/** What stands in an invented paper. */
export interface DemoWords {
  readonly title: string
  readonly unit: string
  readonly documentNo: string
  readonly lines: readonly string[]
}

/** An invented paper as a Word document, a table, a text or a picture of a stamp, by turns. */
export async function demoFile(words: DemoWords, turn: number): Promise<DemoFile> {
  switch (turn % 5) {
    case 0:
    case 1:
      return demoWord(words)
    case 2:
      return {
        name: `${words.title}.xlsx`,
        media: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        bytes: await tableBytes(words),
      }
    case 3:
      return { name: `${words.title}.txt`, media: 'text/plain', bytes: strToU8(textOf(words)) }
    default:
      return demoPicture(words, turn)
  }
}

/** An invented paper as a picture of a stamp, another one at each turn below 3,600. */
export const demoPicture = ({ title }: DemoWords, turn: number): DemoFile => ({
  name: `${title}.png`,
  media: 'image/png',
  bytes: pictureBytes(turn),
})

/** An invented paper as a Word document. */
export const demoWord = (words: DemoWords): DemoFile => ({
  name: `${words.title}.docx`,
  media: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  bytes: wordBytes(words),
})

const textOf = ({ title, unit, documentNo, lines }: DemoWords): string => [title, unit, documentNo, ...lines].join('\n')

const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const packageOf = 'http://schemas.openxmlformats.org/package/2006'
const document = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'

function wordBytes({ title, unit, documentNo, lines }: DemoWords): Uint8Array {
  const paragraph = (text: string, level = '') =>
    `<w:p>${level}<w:r><w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r></w:p>`
  const heading = '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>'
  const body = [
    paragraph(title, heading),
    paragraph(documentNo),
    ...lines.map((line) => paragraph(line)),
    paragraph(unit),
  ]
  const xml = (content: string) => strToU8(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${content}`)
  return fixedZip(
    new Map([
      [
        '[Content_Types].xml',
        xml(
          `<Types xmlns="${packageOf}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${document}"/></Types>`,
        ),
      ],
      [
        '_rels/.rels',
        xml(
          `<Relationships xmlns="${packageOf}/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
        ),
      ],
      ['word/document.xml', xml(`<w:document xmlns:w="${word}"><w:body>${body.join('')}</w:body></w:document>`)],
    ]),
  )
}

function tableBytes({ title, unit, documentNo, lines }: DemoWords): Promise<Uint8Array> {
  const date = new Date('2025-12-01T00:00:00Z')
  const rows = [[title], [unit, documentNo], ['序号', '内容'], ...lines.map((line, at) => [at + 1, line])]
  return writeXlsx({ sheets: [{ name: '明细', rows }], properties: { created: date, modified: date } })
}

const SIDE = 96

/** A plain square with a ring on it, in a shade of its own. */
function pictureBytes(turn: number): Uint8Array {
  const rows = Buffer.alloc(SIDE * (SIDE * 3 + 1))
  for (let y = 0; y < SIDE; y += 1)
    for (let x = 0; x < SIDE; x += 1) {
      const away = Math.hypot(x - SIDE / 2, y - SIDE / 2)
      const ring = away > 30 && away < 38
      const at = y * (SIDE * 3 + 1) + 1 + x * 3
      rows.set(ring ? [200, 30, 30] : [255 - (Math.floor(turn / 60) % 60), 255 - (turn % 60), 245], at)
    }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(SIDE, 0)
  head.writeUInt32BE(SIDE, 4)
  head.set([8, 2, 0, 0, 0], 8)
  const chunks = [chunk('IHDR', head), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))]
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), ...chunks])
}

function chunk(kind: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(kind, 'latin1'), data])
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  check.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, check])
}
