import { basename } from 'node:path'
import { openWorkbookReader, type WorkbookRead } from './workbook-reader.ts'

/** Reads one file in a thread of its own and ends the thread. For many files, open one reader and reuse it. */
export async function readWorkbookFile(path: string): Promise<WorkbookRead> {
  const reader = openWorkbookReader()
  try {
    return await reader.read(path, basename(path))
  } finally {
    await reader.close()
  }
}
