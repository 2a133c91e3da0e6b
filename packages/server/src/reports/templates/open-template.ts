import { Docx } from 'easy-template-x'
import { AppError } from '../../platform/errors/app-error.ts'
import { FileRefused } from '../../platform/workbooks/refusal.ts'
import { chunksOf } from '../../platform/workbooks/zip-chunks.ts'
import { readZipDirectory, type ZipEntry } from '../../platform/workbooks/zip-directory.ts'

/** A template may have so many bytes, packed and unpacked. */
export const TEMPLATE_BYTES = 8 * 1024 * 1024
const INFLATED_BYTES = 80 * 1024 * 1024
/** Of one XML part: a document of this size has a thousand pages. */
const XML_BYTES = 24 * 1024 * 1024

/**
 * Opens a docx that somebody sent, after every part was unpacked once and found harmless. Errors:
 * `reports.template_unreadable`.
 */
export async function openTemplate(bytes: Uint8Array): Promise<Docx> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  refuseOtherTypes(buffer)
  try {
    const entries = readZipDirectory(buffer)
    refuseOtherPackages(entries)
    await inspectParts(buffer, entries)
    return await Docx.load(buffer)
  } catch (error) {
    if (error instanceof FileRefused) throw unreadable(error.message)
    if (error instanceof AppError) throw error
    throw unreadable('文件已损坏，打不开')
  }
}

const unreadable = (reason: string): AppError => new AppError('reports.template_unreadable', { reason })

function refuseOtherTypes(bytes: Buffer): void {
  if (bytes.length > TEMPLATE_BYTES) throw unreadable(`文件超过 ${TEMPLATE_BYTES / 1024 / 1024} MB`)
  if (bytes.subarray(0, 4).toString('hex') === 'd0cf11e0')
    throw unreadable('这是旧版 .doc（或加了密码的）文件，请用 WPS 或 Word 另存为 .docx')
  if (bytes.subarray(0, 2).toString('latin1') !== 'PK') throw unreadable('这不是 Word 文档（.docx）')
}

function refuseOtherPackages(entries: readonly ZipEntry[]): void {
  const has = (pattern: RegExp): boolean => entries.some(({ name }) => pattern.test(name))
  if (has(/vbaProject\.bin$/i)) throw unreadable('文档带有宏，请另存为不含宏的 .docx')
  if (has(/^xl\//)) throw unreadable('这是表格，不是 Word 文档')
  if (has(/^ppt\//)) throw unreadable('这是演示文稿，不是 Word 文档')
  if (!has(/^word\//) || !has(/^_rels\/\.rels$/)) throw unreadable('这不是 Word 文档（.docx）')
}

async function inspectParts(bytes: Buffer, entries: readonly ZipEntry[]): Promise<void> {
  let total = 0
  for (const entry of entries) {
    const isXml = /\.(?:xml|rels)$/i.test(entry.name)
    const texts: string[] = []
    let size = 0
    for await (const chunk of chunksOf(bytes, entry)) {
      total += chunk.length
      size += chunk.length
      if (total > INFLATED_BYTES || (isXml && size > XML_BYTES)) throw unreadable('文件解开后太大，像是恶意构造的文件')
      if (isXml) texts.push(chunk.toString('latin1'))
    }
    if (isXml) refuseStrangeXml(entry.name, texts.join(''))
  }
}

/** Nothing may be fetched or run when the filled document is opened, and no entity may grow while it is read. */
function refuseStrangeXml(name: string, text: string): void {
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) throw unreadable('文件里有实体声明，不是正常的 Word 文档')
  if (!name.endsWith('.rels')) return
  const outside = [...text.matchAll(/<Relationship\s[^>]*>/g)].filter(
    ([one]) => /TargetMode="External"/.test(one) && !/\/(?:hyperlink|attachedTemplate)"/.test(one),
  )
  if (outside.length > 0) throw unreadable('文档链接了外面的图片或对象，请改为嵌入后再上传')
}
