import { printableText } from './printable-text.ts'

/** Text made safe for XML content and attributes; signs that XML forbids are dropped. */
export function escapeXml(text: string): string {
  return printableText(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
