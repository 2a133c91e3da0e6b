import type { Claim } from '../../extract/claim.ts'
import type { Passage } from '../../extract/find-claims.ts'
import { isLike } from '../../extract/likeness.ts'
import { shareWithRest } from '../made/share-of-sum.ts'
import { sumOf } from '../made/sum-of.ts'
import type { Question } from '../relation.ts'

const RATE = /(开工|竣工|完工|签约|入住|到岗|复学|办结|整改|投用)率(?:为|达|达到)*$/

/** 已开工项目42个，完工35个，在建7个，未开工3个，项目开工率93.3%: of those that have begun and those that have not. */
export function rateOfBegun({ claims }: Passage): readonly Question[] {
  return [...ratesOf(claims), ...begunSums(claims)]
}

/** 已开工42个，完工35个，在建7个: what has begun is done or under way. */
const begunSums = (claims: readonly Claim[]): readonly Question[] =>
  claims.flatMap((begun, at) => {
    const [done, going] = [claims[at + 1], claims[at + 2]]
    if (!/已?开工(?:建设)?(?:项目)?$/.test(begun.near) || done === undefined || going === undefined) return []
    if (!/(?:竣工|完工|建成)$/.test(done.near) || !/(?:在建|施工)$/.test(going.near)) return []
    if (![done, going].every((one) => one.role === 'level' && one.segment === begun.segment && isLike(one, begun)))
      return []
    return [{ readings: [sumOf(begun, [done, going], 'probable')] }]
  })

function ratesOf(claims: readonly Claim[]): readonly Question[] {
  return claims.flatMap((rate, at) => {
    const verb = rate.role === 'share' ? RATE.exec(rate.near)?.[1] : undefined
    if (verb === undefined) return []
    const own = claims.slice(0, at).filter((one) => one.role === 'level' && one.sentence === rate.sentence)
    const not = own.findLast(({ near }) => near.includes(`未${verb}`))
    const done = own.findLast(({ near }) => near.includes(`已${verb}`))
    if (not === undefined || done === undefined || not.segment !== done.segment || !isLike(not, done)) return []
    return [{ readings: [shareWithRest(rate, done, not, 'probable')] }]
  })
}
