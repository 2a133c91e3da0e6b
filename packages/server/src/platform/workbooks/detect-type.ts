import { FileRefused } from './refusal.ts'

/** What a file is by its first bytes, whatever its name says. */
export type FileType = 'zip' | 'ole2' | 'text'

const MAGIC: readonly (readonly [string, string])[] = [
  ['25504446', 'PDF 文件'],
  ['89504e47', '图片（png）'],
  ['ffd8ff', '图片（jpg）'],
  ['47494638', '图片（gif）'],
  ['424d', '图片（bmp）'],
  ['52617221', '压缩包（rar）'],
  ['377abcaf271c', '压缩包（7z）'],
  ['1f8b', '压缩包（gz）'],
  ['7b5c727466', '文字文档（rtf）'],
  ['4d5a', '程序（exe）'],
]

/** Tells the type by content. Throws FileRefused for everything that is no table, saying what it is. */
export function detectType(bytes: Buffer): FileType {
  if (bytes.length === 0) throw new FileRefused('empty_file', '文件是空的（0 字节）', '请重新导出或重新发送')
  const start = bytes.subarray(0, 8).toString('hex')
  if (start.startsWith('504b0304') || start.startsWith('504b0506')) return 'zip'
  if (start === 'd0cf11e0a1b11ae1') return 'ole2'
  const known = MAGIC.find(([magic]) => start.startsWith(magic))
  if (known !== undefined)
    throw new FileRefused('wrong_type', `这不是表格，而是${known[1]}`, '交 .xlsx、.xls 或 .csv 表格')
  const head = bytes.subarray(0, 4096)
  const lead = head
    .toString('latin1')
    .replace(/^\u00ef\u00bb\u00bf/, '')
    .trimStart()
    .slice(0, 2000)
    .toLowerCase()
  if (/^(?:<!doctype html|<html|<table|<head|<meta|<style|mime-version:)/.test(lead)) {
    throw new FileRefused(
      'html_as_workbook',
      '这是网页（html），只是改名成了表格',
      '用 WPS 或 Excel 打开后另存为 .xlsx',
    )
  }
  if (lead.startsWith('<?xml') && lead.includes('spreadsheet')) {
    throw new FileRefused('wrong_type', '这是 XML 表格（2003 格式）', '用 WPS 或 Excel 打开后另存为 .xlsx')
  }
  if (isUtf16(bytes)) return 'text'
  if (head.includes(0)) throw new FileRefused('wrong_type', '这不是表格，也不是文本', '交 .xlsx、.xls 或 .csv 表格')
  return 'text'
}

function isUtf16(bytes: Buffer): boolean {
  return (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
}
