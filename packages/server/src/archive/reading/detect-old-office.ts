import { openCompoundFile } from '../../platform/workbooks/compound-file.ts'
import type { Media } from './media.ts'
import { MediaRefused } from './media-refused.ts'

/** Tells what an OLE2 file is: doc, xls, ppt, and wps in the same form. Throws MediaRefused. */
export function detectOldOffice(bytes: Buffer): Media {
  const names = namesIn(bytes)
  if (names.has('EncryptedPackage')) throw new MediaRefused('文件加了密码：请去掉密码后再上传')
  if (names.has('VBA') || names.has('_VBA_PROJECT') || names.has('_VBA_PROJECT_CUR') || names.has('Macros'))
    throw new MediaRefused('文件带有宏：请另存为不含宏的 docx 或 xlsx 后再上传')
  if (names.has('WordDocument')) return 'application/msword'
  if (names.has('Workbook') || names.has('Book')) return 'application/vnd.ms-excel'
  if (names.has('PowerPoint Document')) return 'application/vnd.ms-powerpoint'
  throw new MediaRefused('看不出是什么文件：请另存为 docx、xlsx 或 pdf 后再上传')
}

function namesIn(bytes: Buffer): ReadonlySet<string> {
  try {
    return openCompoundFile(bytes).names
  } catch {
    throw new MediaRefused('文件已损坏或没有传完：请重新打开、另存后再上传')
  }
}
