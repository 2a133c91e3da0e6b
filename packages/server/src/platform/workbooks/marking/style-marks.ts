import { attribute, prefixOf, withAttribute } from './xml-text.ts'

/** The red of a wrong cell. The shade is ours alone, so that a returned workbook can be cleaned of old marks. */
const MARK_COLOUR = 'FFFF9C9A'

/** Styles of a workbook to which red twins of existing cell styles can be added. */
export interface StyleMarks {
  /** Index of the red twin of a cell style. */
  redOf(style: number): number
  /** For a style that is one of our red twins: the style it had before; undefined for every other style. */
  plainOf(style: number): number | undefined
  /** Some cell may carry our red: only then has every row to be looked at. */
  readonly hasOldMarks: boolean
  /** Index of a style for long texts: lines broken within the cell, from its top. */
  wrapped(): number
  /** Index of a style for what is written beside a wrong row: dark red letters, on one line. */
  explained(): number
  /** Index of a style for the headings of the list of errors. */
  headed(): number
  /** The styles part with everything that was asked for. */
  toXml(): string
}

export function openStyles(xml: string): StyleMarks {
  const prefix = prefixOf(xml, 'styleSheet')
  const fills = elements(section(xml, prefix, 'fills'), prefix, 'fill')
  const fonts = elements(section(xml, prefix, 'fonts'), prefix, 'font')
  const formats = elements(section(xml, prefix, 'cellXfs'), prefix, 'xf')
  const reds = new Map<number, number>()
  const plains = new Map<number, number>()
  const isRed = (format: string | undefined) =>
    (fills[Number(attribute(openingOf(format ?? ''), 'fillId') ?? -1)] ?? '').includes(MARK_COLOUR)
  const fillOf = (style: number) => fills[Number(attribute(openingOf(formats[style] ?? ''), 'fillId') ?? 0)] ?? ''
  const addFormat = (style: number, fill: string | undefined): number => {
    const base = formats[style] ?? `<${prefix}xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>`
    const known = fill === undefined ? 0 : fills.indexOf(fill)
    const fillId = known >= 0 ? known : fills.push(fill ?? '') - 1
    const opening = openingOf(base)
    const changed = withAttribute(withAttribute(opening, 'fillId', String(fillId)), 'applyFill', '1')
    return formats.push(changed + base.slice(opening.length)) - 1
  }
  return {
    hasOldMarks: formats.some(isRed),
    redOf(style) {
      const known = reds.get(style)
      if (known !== undefined) return known
      if (isRed(formats[style])) return style
      const red = addFormat(style, redFill(prefix, fillOf(style)))
      reds.set(style, red)
      return red
    },
    plainOf(style) {
      if (!isRed(formats[style])) return undefined
      const known = plains.get(style)
      if (known !== undefined) return known
      const plain = addFormat(style, formerFill(prefix, fillOf(style)))
      plains.set(style, plain)
      return plain
    },
    wrapped() {
      const format = `<${prefix}xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><${prefix}alignment vertical="top" wrapText="1"/></${prefix}xf>`
      return indexOf(formats, format)
    },
    headed() {
      const font = indexOf(fonts, fontOf(prefix, { bold: true, size: 11 }))
      return indexOf(formats, formatOf(prefix, { font, fill: indexOf(fills, solidFill(prefix, 'FFDCE6F1')) }))
    },
    explained() {
      const font = indexOf(fonts, fontOf(prefix, { colour: 'FFC00000', size: 10 }))
      return indexOf(formats, formatOf(prefix, { font, fill: 0 }))
    },
    toXml() {
      const filled = replaceSection(replaceSection(xml, prefix, 'fonts', fonts), prefix, 'fills', fills)
      return replaceSection(filled, prefix, 'cellXfs', formats)
    },
  }
}

interface Letters {
  readonly bold?: true
  readonly size: number
  readonly colour?: string
}

function fontOf(prefix: string, { bold, size, colour }: Letters): string {
  const weight = bold === undefined ? '' : `<${prefix}b/>`
  const shade = colour === undefined ? '' : `<${prefix}color rgb="${colour}"/>`
  return `<${prefix}font>${weight}<${prefix}sz val="${size}"/>${shade}<${prefix}name val="宋体"/></${prefix}font>`
}

function solidFill(prefix: string, colour: string): string {
  return `<${prefix}fill><${prefix}patternFill patternType="solid"><${prefix}fgColor rgb="${colour}"/><${prefix}bgColor indexed="64"/></${prefix}patternFill></${prefix}fill>`
}

function formatOf(prefix: string, { font, fill }: { readonly font: number; readonly fill: number }): string {
  return `<${prefix}xf numFmtId="0" fontId="${font}" fillId="${fill}" borderId="0" xfId="0" applyFont="1" applyFill="1"/>`
}

/** Where an item stands in a list; added at its end when it is not there. */
function indexOf(items: string[], item: string): number {
  const known = items.indexOf(item)
  return known >= 0 ? known : items.push(item) - 1
}

/** A solid fill shows only its foreground: the cell's former colour is kept, unseen, as the background. */
function redFill(prefix: string, former: string): string {
  const solid = /patternType="solid"/.test(former)
  const colour = solid ? /<(?:\w+:)?fgColor\s[^>]*?\/?>/.exec(former)?.[0] : undefined
  const kept =
    colour === undefined
      ? `<${prefix}bgColor indexed="64"/>`
      : `<${prefix}bgColor${colour.replace(/^<(?:\w+:)?fgColor/, '').replace(/\/?>$/, '')}/>`
  return `<${prefix}fill><${prefix}patternFill patternType="solid"><${prefix}fgColor rgb="${MARK_COLOUR}"/>${kept}</${prefix}patternFill></${prefix}fill>`
}

function formerFill(prefix: string, red: string): string | undefined {
  const kept = /<(?:\w+:)?bgColor(\s[^>]*?)\/?>/.exec(red)?.[1]
  if (kept === undefined || kept.includes('indexed="64"') || kept.includes(MARK_COLOUR)) return undefined
  return `<${prefix}fill><${prefix}patternFill patternType="solid"><${prefix}fgColor${kept}/><${prefix}bgColor indexed="64"/></${prefix}patternFill></${prefix}fill>`
}

function section(xml: string, prefix: string, name: string): string {
  return new RegExp(`<${prefix}${name}(?:\\s[^>]*)?>([\\s\\S]*?)</${prefix}${name}>`).exec(xml)?.[1] ?? ''
}

function elements(inner: string, prefix: string, name: string): string[] {
  return (
    inner.match(
      new RegExp(`<${prefix}${name}(?:\\s[^>]*)?/>|<${prefix}${name}(?:\\s[^>]*)?>[\\s\\S]*?</${prefix}${name}>`, 'g'),
    ) ?? []
  )
}

function openingOf(element: string): string {
  return /^<[^>]*>/.exec(element)?.[0] ?? ''
}

function replaceSection(xml: string, prefix: string, name: string, items: readonly string[]): string {
  const pattern = new RegExp(`<${prefix}${name}(?:\\s[^>]*)?>[\\s\\S]*?</${prefix}${name}>`)
  return xml.replace(pattern, () => `<${prefix}${name} count="${items.length}">${items.join('')}</${prefix}${name}>`)
}
