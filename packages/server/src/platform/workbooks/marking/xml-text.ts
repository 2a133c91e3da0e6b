import { escapeXml } from '../../escape-xml.ts'

function unescapeXml(text: string): string {
  return text
    .replace(/&#x([0-9a-f]{1,6});/gi, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)))
    .replace(/&#(\d{1,7});/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')
}

/** Few names, asked for in millions of tags. */
const patterns = new Map<string, RegExp>()

/** Value of an attribute in an opening tag. */
export function attribute(tag: string, name: string): string | undefined {
  const pattern = patterns.get(name) ?? new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`)
  patterns.set(name, pattern)
  const found = pattern.exec(tag)
  const value = found?.[1] ?? found?.[2]
  return value === undefined || !value.includes('&') ? value : unescapeXml(value)
}

/** The opening tag with an attribute set, added at its end when it was not there. */
export function withAttribute(tag: string, name: string, value: string): string {
  const pattern = new RegExp(`(\\s${name}\\s*=\\s*)(?:"[^"]*"|'[^']*')`)
  const escaped = escapeXml(value)
  if (pattern.test(tag)) return tag.replace(pattern, (_, start: string) => `${start}"${escaped}"`)
  return tag.replace(/\s*\/?>$/, (end) => ` ${name}="${escaped}"${end.trim()}`)
}

/** Namespace prefix of the root element, with its colon; empty for most files. */
export function prefixOf(xml: string, root: string): string {
  return new RegExp(`<(\\w+:)?${root}[\\s>]`).exec(xml)?.[1] ?? ''
}
