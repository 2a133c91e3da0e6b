import type { Claim } from '../../extract/claim.ts'
import type { Passage } from '../../extract/find-claims.ts'
import { isLike } from '../../extract/likeness.ts'
import { shareOfSum } from '../made/share-of-sum.ts'
import type { Question } from '../relation.ts'

/** 返校和送教两类合计，占推送总数的47.95%; 公办与普惠性民办之和占…. */
const BOTH =
  /(?<=^|[,;。])([\u4e00-\u9fff]{2,6})[和与及]([\u4e00-\u9fff]{2,6}?)(?:[两二][类项者种]|部分)?(?:人数|儿童)?(?:合计|之和|共计|一共),?(?:约|共)?占([\u4e00-\u9fff]{1,8}?)(?:总数|总量|总额|人数)*的?(?:比例|比重)?(?:为|达)?$/
const FAR = 10

/** Two of several kinds are named, and what both make of the whole is told; the whole is named, too. */
export function namedTogether({ claims, text }: Passage): readonly Question[] {
  return claims.flatMap((share, at) => {
    const said =
      share.role === 'share' ? BOTH.exec(text.slice(Math.max(0, share.token.start - 50), share.token.start)) : null
    const [, first, second, name] = said ?? []
    if (first === undefined || second === undefined || name === undefined) return []
    const before = claims.slice(Math.max(0, at - FAR), at).filter((one) => one.role === 'level')
    const [a, b, whole] = [first, second, name].map((words) => only(before, words))
    if (a === undefined || b === undefined || whole === undefined || a === b || !isLike(a, whole) || !isLike(b, whole))
      return []
    return [{ readings: [shareOfSum(share, [a, b], [whole], 'probable')] }]
  })
}

/** The one number whose own clause holds the name. */
function only(claims: readonly Claim[], name: string): Claim | undefined {
  const named = claims.filter(({ near }) => near.includes(name))
  return named.length === 1 ? named[0] : undefined
}
