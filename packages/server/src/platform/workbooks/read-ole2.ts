import type { Sheet } from '@eduduty/core/collection'
import { readXls } from 'hucre/xlsx'
import { openCompoundFile } from './compound-file.ts'
import { sheetsFrom } from './from-hucre.ts'
import { FileRefused } from './refusal.ts'
import { isXlsEncrypted, readXlsMarks, type XlsMarks } from './xls-marks.ts'

const ENCRYPTED = () =>
  new FileRefused('encrypted_file', '文件加了打开密码，读不出内容', '请去掉密码（文件—信息—取消密码）后再交')

/** Reads an OLE2 file as an xls workbook, or says what it is instead. Throws FileRefused. */
export async function readOle2(bytes: Buffer): Promise<readonly Sheet[]> {
  const file = openCompoundFile(bytes)
  const wrong = (what: string) =>
    new FileRefused('wrong_type', `这不是表格，而是${what}`, '把其中的表格复制到 .xlsx 里再交')
  if (file.names.has('EncryptedPackage')) throw ENCRYPTED()
  if (file.names.has('WordDocument')) throw wrong('文字文档（doc）')
  if (file.names.has('PowerPoint Document')) throw wrong('演示文稿（ppt）')
  const stream = file.read('Workbook') ?? file.read('Book')
  if (stream === undefined) throw wrong('别的 Office 文件')
  if (isXlsEncrypted(stream)) throw ENCRYPTED()
  const marks = readXlsMarks(stream)
  const sheets = sheetsFrom(await readXls(bytes))
  return sheets.map((sheet, order) => withMarks(sheet, marks[order]))
}

function withMarks(sheet: Sheet, marks: XlsMarks | undefined): Sheet {
  if (marks === undefined) return sheet
  const rows = sheet.rows.map((row, at) =>
    row.map((cell, column) =>
      cell !== undefined && marks.computed.has(`${at},${column}`) ? { ...cell, computed: true } : cell,
    ),
  )
  return { ...sheet, rows, hidden: marks.hidden, hiddenRows: marks.hiddenRows, hiddenColumns: marks.hiddenColumns }
}
