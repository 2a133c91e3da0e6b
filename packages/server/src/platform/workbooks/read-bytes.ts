import type { Sheet } from '@eduduty/core/collection'
import { readXlsx } from 'hucre/xlsx'
import { decodeText } from './decode-text.ts'
import { detectType } from './detect-type.ts'
import { sheetsFrom } from './from-hucre.ts'
import { inspectPackage } from './inspect-package.ts'
import { LIMITS } from './limits.ts'
import { readDelimited } from './read-delimited.ts'
import { readOle2 } from './read-ole2.ts'
import { FileRefused } from './refusal.ts'

export type WorkbookType = 'xlsx' | 'xls' | 'csv'

export interface ReadBytes {
  readonly type: WorkbookType
  readonly sheets: readonly Sheet[]
}

/** Reads the bytes of a file as sheets, deciding by content what it is. Throws FileRefused. Runs in a worker. */
export async function readBytes(bytes: Buffer, name: string): Promise<ReadBytes> {
  const type = detectType(bytes)
  switch (type) {
    case 'text':
      return { type: 'csv', sheets: [readDelimited(decodeText(bytes), sheetName(name))] }
    case 'ole2':
      return { type: 'xls', sheets: checked(await parsing(() => readOle2(bytes))) }
    case 'zip': {
      const { hasPercents } = await inspectPackage(bytes)
      const read = async () => sheetsFrom(await readXlsx(bytes, { readStyles: hasPercents }))
      return { type: 'xlsx', sheets: checked(await parsing(read)) }
    }
  }
}

/** What the one sheet of a text file is called. */
export function sheetName(name: string): string {
  return (name.split(/[\\/]/).at(-1) ?? name).replace(/\.[^.]*$/, '').slice(0, 31)
}

async function parsing(read: () => Promise<readonly Sheet[]>): Promise<readonly Sheet[]> {
  try {
    return await read()
  } catch (cause) {
    if (cause instanceof FileRefused) throw cause
    throw new FileRefused('broken_file', '文件已损坏，读不出表格', '请在原来的电脑上重新打开、另存为 .xlsx 后再交')
  }
}

function checked(sheets: readonly Sheet[]): readonly Sheet[] {
  if (sheets.length > LIMITS.sheets)
    throw new FileRefused('too_many_sheets', `工作簿有 ${sheets.length} 张表`, '拆成几个文件')
  return sheets
}
