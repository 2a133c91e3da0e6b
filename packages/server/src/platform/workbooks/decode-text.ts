import { FileRefused } from './refusal.ts'

/** Decodes the text of a csv file: UTF-16 with mark, UTF-8 with or without mark, else GB18030. Throws FileRefused. */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  for (const label of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(label, { fatal: true }).decode(bytes)
    } catch {
      // The next encoding is tried; which one fails says nothing to the reader.
    }
  }
  throw unknownEncoding()
}

export function unknownEncoding(): FileRefused {
  return new FileRefused(
    'unknown_encoding',
    '看不出文字编码（既不是 UTF-8，也不是 GB18030）',
    '用 WPS 打开后另存为 .xlsx',
  )
}
