import { findUnit, isLikeUnit } from './units.ts'

/** A heading reduced to what identifies it, with the unit that stood in its brackets. */
export interface Heading {
  /** As written, line breaks as blanks. */
  readonly text: string
  /** Normal form used for comparison; empty for a heading of punctuation only. */
  readonly key: string
  /** A known unit by its canonical name, or a word that looks like one. */
  readonly unit?: string
}

const BRACKETED = /[([【{〔]([^()[\]【】{}〔〕]*)[)\]】}〕]/g

/** Reduces a heading: NFKC, no blanks or punctuation, no unit in brackets, no 其中, no leading numbering. */
export function readHeading(text: string): Heading {
  const known = memo.get(text)
  if (known !== undefined) return known
  const heading = reduceHeading(text)
  if (memo.size > 20_000) memo.clear()
  memo.set(text, heading)
  return heading
}

/** Normal form of a heading, item or name for comparison. */
export const headingKey = (text: string): string => (PLAIN.test(text) ? text.toLowerCase() : readHeading(text).key)

/** Letters, digits and common Chinese without 至 and 到: nothing to reduce. Most cells of a roster are such. */
const PLAIN = /^[0-9A-Za-z\u4e00-\u522f\u5231-\u81f2\u81f4-\u9fa5]+$/

/** The same few headings and code words are asked for again and again; nothing depends on what is remembered. */
const memo = new Map<string, Heading>()

function reduceHeading(text: string): Heading {
  const shown = text.replace(/\s+/g, ' ').trim()
  let unit: string | undefined
  let plain = shown.normalize('NFKC').replace(/\s+/g, '')
  plain = plain.replace(BRACKETED, (whole, inner: string) => {
    const found = findUnit(inner)
    if (found === undefined && !isLikeUnit(inner)) return /^(必填|选填|可空)$/.test(inner) ? '' : whole
    unit = found ?? inner.replace(/^单位[:：]?/, '')
    return ''
  })
  const trailing = /[,、/](?:单位[:：]?)?([^,、/\d]{1,4})$/.exec(plain)
  if (unit === undefined && trailing?.[1] !== undefined && findUnit(trailing[1]) !== undefined) {
    unit = findUnit(trailing[1])
    plain = plain.slice(0, trailing.index)
  }
  return unit === undefined ? { text: shown, key: keyOf(plain) } : { text: shown, key: keyOf(plain), unit }
}

function keyOf(plain: string): string {
  return plain
    .replace(/^[*★☆※#]+/, '')
    .replace(/^(?:[一二三四五六七八九十]{1,3}、|\(?[一二三四五六七八九十]{1,3}\)|\(\d{1,2}\)|\d{1,2}[.、)](?!\d))/, '')
    .replace(/(?<=\d)[‐‑‒–—―−~～至到-](?=\d)/g, '￤')
    .replace(/^其?中[:：,]/, '')
    .replace(/[()[\]【】{}〔〕《》"'“”‘’,，.。、;；:：/\\*·•_\-‐‑‒–—―−~～?？!！|]/g, '')
    .replace(/￤/g, '-')
    .toLowerCase()
}

/** Dice coefficient of the two-character pieces of two keys: 0 nothing in common, 1 the same. */
export function similarity(left: string, right: string): number {
  if (left === right) return 1
  if (left.length < 2 || right.length < 2) return 0
  const pieces = new Map<string, number>()
  for (let at = 0; at + 2 <= left.length; at += 1) {
    const piece = left.slice(at, at + 2)
    pieces.set(piece, (pieces.get(piece) ?? 0) + 1)
  }
  let shared = 0
  for (let at = 0; at + 2 <= right.length; at += 1) {
    const piece = right.slice(at, at + 2)
    const remaining = pieces.get(piece) ?? 0
    if (remaining > 0) {
      shared += 1
      pieces.set(piece, remaining - 1)
    }
  }
  return (2 * shared) / (left.length + right.length - 2)
}
