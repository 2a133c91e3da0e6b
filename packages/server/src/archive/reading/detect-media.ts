import { endingOf } from '@eduduty/core/archive'
import { decodeText } from '../../platform/workbooks/decode-text.ts'
import { detectOffice } from './detect-office.ts'
import { detectOldOffice } from './detect-old-office.ts'
import type { Media } from './media.ts'
import { MediaRefused } from './media-refused.ts'

const taken: readonly (readonly [string, Media])[] = [
  ['255044462d', 'application/pdf'],
  ['89504e470d0a1a0a', 'image/png'],
  ['ffd8ff', 'image/jpeg'],
  ['474946383761', 'image/gif'],
  ['474946383961', 'image/gif'],
]

const refused: readonly (readonly [string, string])[] = [
  ['4d5a', '这是程序（exe），不能归档'],
  ['7f454c46', '这是程序，不能归档'],
  ['cafebabe', '这是程序，不能归档'],
  ['526172211a07', '这是 rar 压缩包：请解开，改用 zip 压缩后再上传'],
  ['377abcaf271c', '这是 7z 压缩包：请解开，改用 zip 压缩后再上传'],
  ['1f8b', '这是 gz 压缩包：请解开后再上传'],
  ['424d', '这是 bmp 图片：请另存为 jpg 或 png 后再上传'],
  ['49492a00', '这是 tif 图片：请另存为 pdf 或 jpg 后再上传'],
  ['4d4d002a', '这是 tif 图片：请另存为 pdf 或 jpg 后再上传'],
  ['7b5c727466', '这是 rtf 文档：请另存为 docx 后再上传'],
]

/** Tells by its content what a file is; its name only tells csv from other text. Throws MediaRefused. */
export async function detectMedia(bytes: Buffer, name: string, isUnpacked: boolean): Promise<Media> {
  if (bytes.length === 0) throw new MediaRefused('文件是空的：请重新导出或重新发送')
  const start = bytes.subarray(0, 16).toString('hex')
  const known = taken.find(([magic]) => start.startsWith(magic))
  if (known !== undefined) return known[1]
  if (start.startsWith('52494646') && bytes.toString('latin1', 8, 12) === 'WEBP') return 'image/webp'
  if (start.slice(8, 16) === '66747970') throw new MediaRefused(whatFtyp(bytes.toString('latin1', 8, 12)))
  if (start.startsWith('504b0304') || start.startsWith('504b0506')) return await detectOffice(bytes, isUnpacked)
  if (start.startsWith('d0cf11e0a1b11ae1')) return detectOldOffice(bytes)
  const other = refused.find(([magic]) => start.startsWith(magic))
  if (other !== undefined) throw new MediaRefused(other[1])
  return detectText(bytes, name)
}

function whatFtyp(brand: string): string {
  return /^(heic|heix|hevc|mif1|msf1|avif)/.test(brand)
    ? '这是 heic 照片：请在手机“设置—相机—格式”里选“兼容性最佳”，或另存为 jpg 后再上传'
    : '这是视频或音频：请放到公开网址，把网址写进说明材料'
}

/** What makes a browser or a shell run text. */
const running =
  /^(?:#!|<\?php|@echo|<!doctype|<html|<head|<body|<script|<svg|<iframe|<\?xml|mime-version:|windows registry editor)/i

function detectText(bytes: Buffer, name: string): Media {
  const text = decoded(bytes)
  if (/[^\P{Cc}\t\r\n\f]/u.test(text)) throw new MediaRefused(unknown)
  const lead = text
    .replace(/^\ufeff/, '')
    .trimStart()
    .slice(0, 2000)
  if (running.test(lead) || /<(?:script|svg|iframe|html)[\s>]/i.test(lead))
    throw new MediaRefused('这是网页或脚本：请打印成 pdf，或把内容复制到 Word 里再上传')
  if (/\.(?:bat|cmd|ps1|vbs|vbe|js|mjs|wsf|hta|sh|py|reg|lnk|url|scf|inf)$/.test(endingOf(name)))
    throw new MediaRefused('这是脚本，不能归档')
  return endingOf(name) === '.csv' ? 'text/csv' : 'text/plain'
}

/** The last character of a beginning may be cut. */
function decoded(bytes: Buffer): string {
  for (const cut of [0, 1, 2, 3]) {
    try {
      return decodeText(bytes.subarray(0, bytes.length - cut))
    } catch {
      // A byte less is tried.
    }
  }
  throw new MediaRefused(unknown)
}

const unknown = '看不出是什么文件：能归档的是 pdf、图片、Word、Excel、WPS、ofd 和文本'
