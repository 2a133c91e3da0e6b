import type { ReportText } from '@eduduty/core/claims'
import { partText } from '../platform/workbooks/zip-chunks.ts'
import { readZipDirectory } from '../platform/workbooks/zip-directory.ts'
import { readWordXml } from './read-word-xml.ts'
import { ReportRefused } from './report-refused.ts'
import { TextBuilder } from './text-builder.ts'

/** A county's report of some hundred pages has less than two million bytes of text. */
const MOST_BYTES = 96 * 1024 * 1024

/** Reads a Word document: its body, then its footnotes. Throws ReportRefused or FileRefused. */
export async function readDocx(bytes: Buffer): Promise<ReportText> {
  const entries = readZipDirectory(bytes)
  const part = (name: string) => entries.find((entry) => entry.name === name)
  const body = part('word/document.xml')
  if (body === undefined) throw new ReportRefused(whatZip(entries.map(({ name }) => name)))
  const builder = new TextBuilder()
  readWordXml(await partText(bytes, body, MOST_BYTES), builder)
  for (const name of ['word/footnotes.xml', 'word/endnotes.xml']) {
    const notes = part(name)
    if (notes !== undefined) readWordXml(await partText(bytes, notes, MOST_BYTES), builder)
  }
  return builder.finish()
}

function whatZip(names: readonly string[]): string {
  const has = (start: string) => names.some((name) => name.startsWith(start))
  if (has('xl/')) return '这是工作簿，不是文字报告；核对工作簿请用 assess 或 import'
  if (has('ppt/')) return '这是演示文稿，请把文字复制到 .docx 或 .txt 里'
  if (names.includes('content.xml')) return '这是 ODT 文档，请另存为 .docx'
  return '这是压缩包，请先解压，再给出里面的报告'
}
