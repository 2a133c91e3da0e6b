import type { Claim } from '../../extract/claim.ts'
import type { Passage } from '../../extract/find-claims.ts'
import { isLike } from '../../extract/likeness.ts'
import { input, percentOf, type Question, type Relation, totalOf } from '../relation.ts'

const NAMED = /([\u4e00-\u9fff]{2,10})占总(?:支出|收入|投入|数|量|人数|额)的?(?:比例|比重)?(?:为|达)?$/

/** 人员支出62350万元，公用支出9418万元，项目支出14359万元，人员支出占总支出的72.4%: an item that is named again is of its list. */
export function itemOfItsList({ claims }: Passage): readonly Question[] {
  return claims.flatMap((share, at) => {
    const name = share.role === 'share' ? NAMED.exec(share.near)?.[1] : undefined
    if (name === undefined) return []
    const own = claims.slice(0, at).filter((one) => one.sentence === share.sentence)
    const part = own.find((one) => isCount(one) && one.near.endsWith(name))
    if (part === undefined) return []
    const list = own.filter((one) => isCount(one) && isLike(one, part))
    if (list.length < 2 || list.length < own.length) return []
    const others = list.filter((one) => one !== part)
    return [{ readings: [shareOfList(share, part, others)] }]
  })
}

const isCount = ({ role, token }: Claim): boolean => role === 'level' && token.upTo === undefined

const shareOfList = (share: Claim, part: Claim, others: readonly Claim[]): Relation => ({
  kind: 'share',
  tie: 'probable',
  target: share,
  inputs: [part, ...others],
  compute: (inputs) => percentOf(input(inputs, 0), totalOf(inputs)),
  words: (shown) => `${shown[0]} ÷ (${shown.join(' + ')})`,
})
