import type { Claim } from '../extract/claim.ts'
import type { Passage } from '../extract/find-claims.ts'
import { isSameUnit } from '../numbers/units.ts'
import type { Question } from './relation.ts'
import { sumOf } from './sum-of.ts'

const ITEM = /^\s*(?:[一二三四五六七八九十]+[、.是]|\(?[一二三四五六七八九十\d]{1,2}[)、.](?!\d)|[—-]{1,2}|[①-⑩])/
const INTRODUCES = /[:：]\s*$|分别(?:是|为|如下)|如下|具体(?:是|为)/
const MOST_ITEMS = 20

/** A total whose parts are the items of a list, a paragraph each: 共资助16人次、20万元。分别是： 一、… 二、…. */
export function enumeratedSums(passages: readonly Passage[]): readonly Question[] {
  return passages.flatMap((passage, at) => {
    const rest = passages.slice(at + 1, at + 1 + MOST_ITEMS)
    const opensItems = INTRODUCES.test(passage.text) && ITEM.test(rest[0]?.text ?? '')
    const opensInner = /^\s*其中/.test(rest[0]?.text ?? '')
    const items = opensItems ? itemsOf(rest) : opensInner ? innerOf(rest) : []
    return items.length < 2 ? [] : totalsOf(passage).flatMap((total) => sumsOf(total, items))
  })
}

function itemsOf(rest: readonly Passage[]): readonly Passage[] {
  const items = rest.filter(({ text }) => ITEM.test(text))
  return items.every(({ claims }) => claims.length > 0 && claims.length <= 12) ? items : []
}

/** The paragraphs from 其中 to the next numbered one. */
function innerOf(rest: readonly Passage[]): readonly Passage[] {
  const end = rest.findIndex(({ text }) => ITEM.test(text))
  return end < 0 ? rest : rest.slice(0, end)
}

/** The last number of every unit in the introduction. */
function totalsOf({ claims }: Passage): readonly Claim[] {
  return claims.filter(
    (claim, at) => claim.role === 'level' && !claims.slice(at + 1).some((later) => mayBePart(claim, later)),
  )
}

const mayBePart = (total: Claim, part: Claim): boolean =>
  part.role === 'level' &&
  part.token.unit.dimension !== 'percent' &&
  (isSameUnit(total.token.unit, part.token.unit) || (isPeople(total) && isPeople(part)))

const isPeople = ({ token }: Claim): boolean => ['person', 'visit'].includes(token.unit.dimension)

function sumsOf(total: Claim, items: readonly Passage[]): readonly Question[] {
  const parts = items.map(({ claims }) => claims.find((claim) => mayBePart(total, claim)))
  const found = parts.filter((part) => part !== undefined)
  return found.length < parts.length ? [] : [{ readings: [sumOf(total, found, 'probable')] }]
}
