import { type PlaceFormat, parseTemplate } from '../../packs/index.ts'

/** What a loop runs over or a condition asks, as written behind `#`. */
export interface LoopHead {
  /** As written, without the parts behind it: 学校 in {#学校[寄宿 = "是"]|降序 学生数|前 5}. */
  readonly name: string
  readonly where: string | undefined
  readonly order: { readonly formula: string; readonly descending: boolean } | undefined
  readonly limit: number | undefined
}

/** One tag of a Word template, taken apart. */
export type TemplateTag =
  | { readonly kind: 'value'; readonly formula: string; readonly format: PlaceFormat }
  | { readonly kind: 'open'; readonly text: string; readonly head: LoopHead | undefined }
  | { readonly kind: 'close'; readonly name: string }
  | { readonly kind: 'empty' }
  /** Behind the bar stands something that is no format. */
  | { readonly kind: 'bad_format'; readonly formula: string; readonly format: string }

/** Reads a tag with its braces: {formula}, {formula|decimals}, {#loop or condition}, {/}. */
export function readTag(raw: string): TemplateTag {
  const inner = raw.slice(1, -1).replaceAll('｜', '|').replaceAll('\u00a0', ' ').trim()
  if (inner === '' || inner === '#') return { kind: 'empty' }
  if (inner.startsWith('/')) return { kind: 'close', name: inner.slice(1).trim() }
  if (inner.startsWith('#')) return { kind: 'open', text: inner.slice(1).trim(), head: readHead(inner.slice(1).trim()) }
  const [part] = parseTemplate(`{${inner}}`)
  if (part?.kind !== 'place') return { kind: 'value', formula: inner, format: { decimals: undefined, percent: false } }
  const [formula = '', ...rest] = splitOutsideQuotes(inner, '|')
  if (rest.length > 0 && part.formula === inner)
    return { kind: 'bad_format', formula: formula.trim(), format: rest.join('|').trim() }
  return { kind: 'value', formula: part.formula, format: part.format }
}

/** Undefined where what stands behind a bar is neither an order nor a limit. */
function readHead(text: string): LoopHead | undefined {
  const [first = '', ...rest] = splitOutsideQuotes(text, '|')
  const found = /^([^[\]]+?)\s*(?:\[(.*)\])?$/su.exec(first.trim())
  const head = { name: (found?.[1] ?? first).trim(), where: found?.[2]?.trim() }
  let order: LoopHead['order']
  let limit: number | undefined
  for (const part of rest.map((one) => one.trim())) {
    const sorted = /^(升序|降序)\s*(\S.*)$/su.exec(part)
    const most = /^前\s*(\d{1,4})$/u.exec(part)
    if (sorted) order = { formula: sorted[2] ?? '', descending: sorted[1] === '降序' }
    else if (most) limit = Number(most[1])
    else return undefined
  }
  return { ...head, order, limit }
}

/** Parts between the marks that stand neither in a quoted text nor in brackets. */
function splitOutsideQuotes(text: string, mark: string): readonly string[] {
  const parts: string[] = []
  let start = 0
  let quoted = false
  let depth = 0
  for (let at = 0; at < text.length; at += 1) {
    const here = text[at] ?? ''
    if ('"“”'.includes(here)) quoted = !quoted
    else if (!quoted && '[(（'.includes(here)) depth += 1
    else if (!quoted && '])）'.includes(here)) depth -= 1
    else if (here === mark && !quoted && depth <= 0) {
      parts.push(text.slice(start, at))
      start = at + 1
    }
  }
  return [...parts, text.slice(start)]
}
