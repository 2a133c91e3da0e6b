import { type Claim, isExact } from '../../extract/claim.ts'
import type { Passage } from '../../extract/find-claims.ts'
import { isSameUnit } from '../../numbers/units.ts'
import { isNearSum } from '../made/quick-sum.ts'
import { sumOf } from '../made/sum-of.ts'
import type { Question } from '../relation.ts'

const ITEM = /^\s*\(?\d{1,2}[)、.](?!\d)/
const INTRODUCES = /(?:如下|包括|情况)[:：。]?\s*$|[:：]\s*$/
/** How many paragraphs before the introduction may tell the whole, and how long the list may be. */
const FAR = 6
const MOST = 60
const LEAST = 3

/** 主要内容如下: 1. …1202.95万元, 2. …: the first numbers of the items are all of one told in the paragraphs before. */
export function introducedLists(passages: readonly Passage[]): readonly Question[] {
  return passages.flatMap((passage, at) => {
    const rest = passages.slice(at + 1, at + 1 + MOST)
    if (!INTRODUCES.test(passage.text) || !ITEM.test(rest[0]?.text ?? '')) return []
    const parts = partsOf(rest)
    const [first] = parts
    if (first === undefined || parts.length < LEAST) return []
    return passages
      .slice(Math.max(0, at - FAR), at + 1)
      .flatMap(({ claims }) => claims)
      .filter((one) => isAmount(one) && isSameUnit(one.token.unit, first.token.unit) && isNearSum(one, parts))
      .map((total) => ({ readings: [sumOf(total, parts, 'likely')] }))
  })
}

/** The first amount of every item, in the numbers 1, 2, 3… in turn. */
function partsOf(rest: readonly Passage[]): readonly Claim[] {
  const parts: Claim[] = []
  let number = 0
  for (const { text, claims } of rest) {
    const own = Number(/^\s*\(?(\d{1,2})/.exec(ITEM.exec(text)?.[0] ?? '')?.[1] ?? 0)
    if (own === 0) continue
    const amount = claims.find((one) => isAmount(one) && one.token.unit.dimension === 'money')
    if (own !== number + 1 || amount === undefined) break
    number = own
    parts.push(amount)
  }
  return parts
}

const isAmount = ({ role, token }: Claim): boolean => (role === 'level' || role === 'plan') && isExact(token)
