import { open } from 'node:fs/promises'
import { paragraphsOf, type ReportText } from '@eduduty/core/claims'
import { AppError } from '../platform/errors/app-error.ts'
import { openCompoundFile } from '../platform/workbooks/compound-file.ts'
import { FileRefused } from '../platform/workbooks/refusal.ts'
import { decodeReport } from './decode-report.ts'
import { readDocx } from './read-docx.ts'
import { readHtml } from './read-html.ts'
import { ReportRefused, reasonOfCode } from './report-refused.ts'

const MOST_BYTES = 64 * 1024 * 1024

/**
 * Reads a report, told by its content: docx, html or text. A text whose name says that it is something else (.pdf, .jpg) is
 * refused. Errors: `report.unreadable`, saying what to do.
 */
export async function readReportFile(path: string, shown: string): Promise<ReportText> {
  try {
    const report = await readReportBytes(await readWhole(path), shown)
    if (report.text.trim() === '') throw new ReportRefused('里面没有文字，可能是扫描的图片，请先识别成文字')
    return report
  } catch (cause) {
    const reason = reasonOf(cause)
    if (reason === undefined) throw cause
    throw new AppError('report.unreadable', { path: shown, reason })
  }
}

/** Reads the bytes of a report; `name` of its file, where it has one. Throws ReportRefused or FileRefused. */
export async function readReportBytes(bytes: Buffer, name = ''): Promise<ReportText> {
  if (bytes.length === 0) throw new ReportRefused('文件是空的（0 字节），请重新导出或重新发送')
  const start = bytes.subarray(0, 8).toString('hex')
  if (start.startsWith('504b03') || start.startsWith('504b05')) return await readDocx(bytes)
  if (start === 'd0cf11e0a1b11ae1') throw new ReportRefused(whatOle2(bytes))
  const known = OTHERS.find(([magic]) => start.startsWith(magic))
  if (known !== undefined) throw new ReportRefused(whatElse(known[1]))
  const text = decodeReport(bytes)
  if (isHtml(text)) return readHtml(text)
  refuseFalseName(name)
  return paragraphsOf(text.replace(/^\ufeff/, ''))
}

/** What is text inside and calls itself something else was broken on its way, or never was a report. */
function refuseFalseName(name: string): void {
  const [, ending] = NO_TEXT.exec(name) ?? []
  if (ending !== undefined)
    throw new ReportRefused(
      `文件名写的是 .${ending}，内容却不是，多半没有传完整或被改过名；请重新取得原来的文件，另存为 .docx 或 .txt`,
    )
}

const NO_TEXT = /\.(pdf|doc|wps|xlsx?|et|pptx?|rtf|odt|ofd|jpe?g|png|gif|bmp|tiff?|zip|rar|7z|exe)$/i

const OTHERS: readonly (readonly [string, string])[] = [
  ['25504446', ' PDF 文件'],
  ['89504e47', '图片'],
  ['ffd8ff', '图片'],
  ['47494638', '图片'],
  ['49492a00', '图片'],
  ['4d4d002a', '图片'],
  ['52494646', '图片'],
  ['52617221', '压缩包（rar）'],
  ['377abcaf271c', '压缩包（7z）'],
  ['1f8b', '压缩包（gz）'],
  ['7b5c727466', ' RTF 文档'],
]

/** A picture cannot be saved as a document: its words must be read off it first. */
const whatElse = (kind: string): string =>
  kind === '图片'
    ? '这是图片，改名成 .docx 也不是文档；请找到原来的文档，或先识别成文字（如 WPS 的“图片转文字”）存为 .docx 或 .txt'
    : kind.startsWith('压缩包')
      ? `这是${kind}，请先解压，再给出里面的报告`
      : `这是${kind}，请另存为 .docx，或把文字复制到 .txt 里`

function whatOle2(bytes: Buffer): string {
  const { names } = openCompoundFile(bytes)
  if (names.has('EncryptedPackage')) return '文件加了密码，打不开，请去掉密码后再检查'
  if (names.has('WordDocument')) return '这是旧格式的 .doc 文档，请用 WPS 或 Word 另存为 .docx'
  return '这不是文字报告，请另存为 .docx'
}

const isHtml = (text: string): boolean =>
  /^\s*(?:<!doctype html|<html|<head|<body|<meta|<div|<p[\s>]|<table|<\?xml[^>]*>\s*<!doctype html)/i.test(
    text.slice(0, 2000),
  ) ||
  (/<(?:p|div|br|td|span)[\s>/]/i.test(text.slice(0, 20_000)) && /<\/(?:p|div|td|span|html)>/i.test(text))

function reasonOf(cause: unknown): string | undefined {
  if (cause instanceof ReportRefused) return cause.message
  if (cause instanceof FileRefused) return reasonOfCode(cause.finding.code, cause.finding.message)
  if (!(cause instanceof Error) || !('code' in cause)) return undefined
  if (cause.code === 'ENOENT') return '没有这个文件'
  if (cause.code === 'EISDIR') return '它是文件夹，不是文件'
  return cause.code === 'EACCES' || cause.code === 'EPERM' ? '没有读取权限' : undefined
}

async function readWhole(path: string): Promise<Buffer> {
  const file = await open(path, 'r')
  try {
    const stats = await file.stat()
    if (stats.isDirectory()) throw new ReportRefused('它是文件夹，不是文件')
    if (stats.size > MOST_BYTES) throw new ReportRefused('文件超过 64 MB，请删去图片后再检查')
    return await file.readFile()
  } finally {
    await file.close()
  }
}
