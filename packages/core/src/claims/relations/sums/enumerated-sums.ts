import type { Claim } from '../../extract/claim.ts'
import type { Passage } from '../../extract/find-claims.ts'
import { isSameUnit } from '../../numbers/units.ts'
import { isNearSum } from '../made/quick-sum.ts'
import { sumOf } from '../made/sum-of.ts'
import type { Question } from '../relation.ts'

const ITEM = /^\s*(?:[一二三四五六七八九十]+[、.是]|\(?[一二三四五六七八九十\d]{1,2}["“”]?[)、.](?!\d)|[—-]{1,2}|[①-⑩])/
const INTRODUCES = /[:：]\s*$|分别(?:是|为|如下)|如下|具体(?:是|为)/
const MOST_ITEMS = 48

/** A total whose parts are the items of a list, a paragraph each: 共资助16人次、20万元。分别是： 一、… 二、…. */
export function enumeratedSums(passages: readonly Passage[]): readonly Question[] {
  return passages.flatMap((passage, at) => {
    const rest = passages.slice(at + 1, at + 1 + MOST_ITEMS)
    const isIntroduced = INTRODUCES.test(passage.text)
    const opensInner = /^\s*其中/.test(rest[0]?.text ?? '')
    if (isIntroduced && ITEM.test(rest[0]?.text ?? '')) {
      const items = itemsOf(rest)
      const list = items.length < 2 ? listFrom(rest) : items
      return [...sumsOfItems(passage, list), ...columnsOfItems(passage, groupsOf(rest)), ...basesOfItems(passage, list)]
    }
    if (opensInner) return sumsOfItems(passage, innerOf(rest))
    // An item is no whole of those that follow it.
    if (signOf(passage) !== undefined && signOf(passage) === signOf(rest[0])) return []
    // 累计6075万元 ——首批2860万元…: items right after it, which nothing introduces, where they add up but for a digit.
    return [...sumsOfItems(passage, listFrom(rest), true), ...basesOfItems(passage, listFrom(rest))]
  })
}

const sumsOfItems = (passage: Passage, items: readonly Passage[], isLoose = false): readonly Question[] =>
  items.length < 2 ? [] : totalsOf(passage).flatMap((total) => sumsOf(total, items, isLoose))

/** The items right after a paragraph that begin alike. */
function listFrom(rest: readonly Passage[]): readonly Passage[] {
  const sign = signOf(rest[0])
  if (sign === undefined) return []
  const end = rest.findIndex((one) => signOf(one) !== sign || one.claims.length === 0)
  return end < 0 ? rest : rest.slice(0, end)
}

/** The first sign of an item, without its number. */
const signOf = (passage: Passage | undefined): string | undefined =>
  passage === undefined
    ? undefined
    : ITEM.exec(passage.text)?.[0]
        .replace(/[一二三四五六七八九十\d]+/, '#')
        .trim()

/** What there was of the whole before, and of each of its items. */
function basesOfItems(passage: Passage, items: readonly Passage[]): readonly Question[] {
  return passage.claims.flatMap((total) => {
    if (total.role !== 'base' || items.length < 2) return []
    const parts = items.flatMap(
      ({ claims }) => claims.find((one) => one.role === 'base' && isSameUnit(one.token.unit, total.token.unit)) ?? [],
    )
    return parts.length < items.length || !isNearSum(total, parts)
      ? []
      : [{ readings: [sumOf(total, parts, 'likely')] }]
  })
}

/** The items up to one of a higher rank: (三) ends a list of 1., 2., 3.. */
function itemsOf(rest: readonly Passage[]): readonly Passage[] {
  const rank = rankOf(rest[0])
  const end = rest.findIndex((one) => rankOf(one) < rank)
  const items = (end < 0 ? rest : rest.slice(0, end)).filter(({ text }) => ITEM.test(text))
  return items.every(({ claims }) => claims.length > 0 && claims.length <= 12) ? items : []
}

const RANKS = [/^\s*[一二三四五六七八九十]+[、.是]/, /^\s*\([一二三四五六七八九十]+\)/, /^\s*\d{1,2}["“”]?[、.]/]

/** 一、 before (一) before 1.; whatever is no item of these comes last. */
const rankOf = (passage: Passage | undefined): number => {
  const rank = RANKS.findIndex((sign) => sign.test(passage?.text ?? ''))
  return rank < 0 ? RANKS.length : rank
}

/** The numbers of each item with those of the paragraphs after it, up to the next item or to a heading. */
function groupsOf(rest: readonly Passage[]): readonly (readonly Claim[])[] {
  const rank = rankOf(rest[0])
  const groups: Claim[][] = []
  for (const passage of rest) {
    const own = rankOf(passage)
    if (own < rank) break
    if (own === rank) groups.push([...passage.claims])
    else groups.at(-1)?.push(...passage.claims)
  }
  return groups
}

/** 年初预算甲万元，支出决算乙万元。其中：1.…年初预算…，支出决算…: the two totals, each of the number in its place in every item. */
function columnsOfItems({ claims }: Passage, items: readonly (readonly Claim[])[]): readonly Question[] {
  if (items.length < LEAST_ROWS) return []
  return claims.flatMap((total, at) => {
    const next = claims[at + 1]
    if (next === undefined || next.sentence !== total.sentence || !mayBePart(total, next)) return []
    const columns = [total, next].map((one) => items.map((item) => inPlace(item, one)))
    return [total, next].flatMap((one, order) => {
      const parts = columns[order]?.filter((part) => part !== undefined) ?? []
      return parts.length === items.length ? [{ readings: [sumOf(one, parts, 'probable')] }] : []
    })
  })
}

const LEAST_ROWS = 3

/** The number of an item that is called as the total is: by the last two characters of its name. */
const inPlace = (claims: readonly Claim[], total: Claim): Claim | undefined =>
  claims.find((one) => mayBePart(total, one) && one.quantity.slice(-2) === total.quantity.slice(-2))

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

function sumsOf(total: Claim, items: readonly Passage[], isLoose: boolean): readonly Question[] {
  const parts = items.map(({ claims }) => claims.find((claim) => mayBePart(total, claim)))
  const found = parts.filter((part) => part !== undefined)
  if (found.length < parts.length || (isLoose && !isNearSum(total, found))) return []
  return [{ readings: [sumOf(total, found, isLoose ? 'likely' : 'probable')] }]
}
