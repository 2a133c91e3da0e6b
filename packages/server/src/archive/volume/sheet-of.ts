import type { Packed } from '../outputs/file-dossier.ts'
import { dayWords } from '../outputs/paper-words.ts'
import { endingOfMedia } from '../reading/media.ts'
import type { Sheet } from './volume-page.ts'

/** What stands for a paper whose pages are not in the volume. */
export function sheetOf({ paper, path, keptBack }: Packed, fileNo: string, because: string): Sheet {
  const facts = [
    ['文号', paper.document_no],
    ['落款日期', dayWords(paper.made_on)],
    ['形成单位', paper.issuer],
    ['文件名', paper.file_name],
    ['文件', `${endingOfMedia(paper.media).slice(1)}，${kilobytes(paper.bytes)} KB，第 ${paper.version_no} 版`],
    ['SHA-256', inGroups(paper.sha256)],
  ] as const
  return {
    fileNo: `归档号　${fileNo}`,
    title: paper.title,
    facts: facts.filter(([, value]) => value !== ''),
    because,
    original: keptBack === undefined ? `见卷宗：${path}` : '由保管单位保存，卷宗里也不装入',
  }
}

const kilobytes = (bytes: number): string => Math.ceil(bytes / 1024).toLocaleString('en-US')

/** As people compare it. */
const inGroups = (hash: string): string => hash.replace(/.{8}(?=.)/g, '$& ')
