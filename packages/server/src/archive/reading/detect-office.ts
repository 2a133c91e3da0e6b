import { Parser } from 'htmlparser2'
import { FileRefused } from '../../platform/workbooks/refusal.ts'
import { partText } from '../../platform/workbooks/zip-chunks.ts'
import { readZipDirectory, type ZipEntry } from '../../platform/workbooks/zip-directory.ts'
import type { Media } from './media.ts'
import { MediaRefused } from './media-refused.ts'

const kinds: readonly (readonly [string, Media])[] = [
  ['word/document.xml', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['xl/workbook.xml', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ['ppt/presentation.xml', 'application/vnd.openxmlformats-officedocument.presentationml.presentation'],
  ['OFD.xml', 'application/ofd'],
]

const programs = /\.(?:exe|dll|com|scr|msi|bat|cmd|ps1|vbs|vbe|js|wsf|hta|jar|lnk|reg|html?|svg|xhtml)$/i
const MOST_RELATIONS = 4 * 1024 * 1024

/** Tells what a zip package is; of one that is unpacked each file is looked at by itself. Throws MediaRefused. */
export async function detectOffice(bytes: Buffer, isUnpacked: boolean): Promise<Media> {
  const entries = directoryOf(bytes)
  if (entries.some(({ name }) => /vbaproject\.bin$|vbadata\.xml$/i.test(name)))
    throw new MediaRefused('文件带有宏：请另存为不含宏的 docx 或 xlsx 后再上传')
  const kind = kinds.find(([part]) => entries.some(({ name }) => name === part))
  if (kind !== undefined && kind[1] !== 'application/ofd') await refuseReaching(bytes, entries)
  if (kind !== undefined) return kind[1]
  if (entries.some(({ name }) => name === 'mimetype' || name === 'xl/workbook.bin'))
    throw new MediaRefused('这是 ODF 或 xlsb 文件：请另存为 docx 或 xlsx 后再上传')
  if (isUnpacked) return 'application/zip'
  const program = entries.find(({ name }) => programs.test(name))
  if (program !== undefined) throw new MediaRefused('压缩包里有程序、网页或脚本：请只压缩材料本身')
  return 'application/zip'
}

function directoryOf(bytes: Buffer): readonly ZipEntry[] {
  try {
    return readZipDirectory(bytes)
  } catch (cause) {
    if (cause instanceof FileRefused) throw new MediaRefused(reasonOfPackage(cause.finding.code))
    throw new MediaRefused(reasonOfPackage('broken_file'))
  }
}

/** The words for a package that cannot be read. */
export function reasonOfPackage(code: string): string {
  switch (code) {
    case 'encrypted_file':
      return '文件加了密码：请去掉密码后再上传'
    case 'zip_bomb':
      return '压缩包里部件过多、重名或互相重叠，像是恶意构造的：请重新压缩，或分成几个压缩包'
    default:
      return '文件已损坏或没有传完：请重新打开、另存后再上传'
  }
}

/** A document that fetches something from elsewhere when it is opened tells a stranger who reads it. */
async function refuseReaching(bytes: Buffer, entries: readonly ZipEntry[]): Promise<void> {
  for (const entry of entries.filter(({ name }) => /\.rels$/i.test(name))) {
    const xml = await partText(bytes, entry, MOST_RELATIONS).catch(() => {
      throw new MediaRefused(reasonOfPackage('broken_file'))
    })
    if (reachesOut(xml)) throw new MediaRefused('文件会从网上取模板或对象：请断开链接、另存后再上传')
  }
}

function reachesOut(xml: string): boolean {
  let found = false
  const parser = new Parser(
    {
      onopentag(name, { type = '', targetmode = '', target = '', ...rest }) {
        if (!name.toLowerCase().endsWith('relationship')) return
        const [kind, mode, to] = [type || rest.Type, targetmode || rest.TargetMode, target || rest.Target]
        if (mode?.toLowerCase() !== 'external' || kind === undefined || to === undefined) return
        const fetches = /\/(?:attachedTemplate|oleObject|frame|subDocument|image|externalLinkPath)$/i.test(kind)
        found ||= fetches && /^(?:https?:|ftp:|\\\\|file:\/\/[^/])/i.test(to)
      },
    },
    { xmlMode: true, decodeEntities: true },
  )
  parser.end(xml)
  return found
}
