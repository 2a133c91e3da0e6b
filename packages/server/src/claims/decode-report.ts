import { ReportRefused } from './report-refused.ts'

/** Share of unreadable characters beyond which a text says nothing. */
const MOST_BROKEN = 0.1

/** Decodes a text whatever its encoding; a few broken characters are left as they are. Throws ReportRefused. */
export function decodeReport(bytes: Buffer): string {
  const sixteen = utf16Of(bytes)
  if (sixteen !== undefined) return new TextDecoder(sixteen).decode(bytes)
  if (bytes.subarray(0, 65_536).includes(0)) throw new ReportRefused('这不是文字文件，请另存为 .docx、.txt 或 .html')
  for (const label of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(label, { fatal: true }).decode(bytes)
    } catch {
      // The next encoding is tried.
    }
  }
  const [best] = ['utf-8', 'gb18030']
    .map((label) => new TextDecoder(label).decode(bytes))
    .map((text) => ({ text, broken: text.split('\ufffd').length - 1 }))
    .toSorted((a, b) => a.broken - b.broken)
  if (best === undefined || best.broken > best.text.length * MOST_BROKEN)
    throw new ReportRefused('看不出文字编码，请用 WPS 打开后另存为 .docx')
  return best.text
}

/** UTF-16 with its mark, or without one where every other byte of the signs is zero. */
function utf16Of(bytes: Buffer): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const head = bytes.subarray(0, 8192)
  const zeros = [0, 1].map((parity) => head.filter((byte, at) => byte === 0 && at % 2 === parity).length)
  const [even = 0, odd = 0] = zeros
  if (odd > 4 && even === 0) return 'utf-16le'
  return even > 4 && odd === 0 ? 'utf-16be' : undefined
}
