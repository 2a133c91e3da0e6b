import { rational } from '../../../formula/index.ts'
import type { Claim } from '../../extract/claim.ts'
import type { Passage } from '../../extract/find-claims.ts'
import { isLike } from '../../extract/likeness.ts'
import { shareOf } from '../made/share-of.ts'
import type { Question } from '../relation.ts'
import { essence, namesPart } from './share-words.ts'

/** How many numbers before a share its part and its whole may stand. */
const FAR = 10

/** Shares that say by words of their own what they are of. */
export function namedShares({ claims }: Passage): readonly Question[] {
  return claims.flatMap((share, at) => {
    if (share.role !== 'share') return []
    const before = claims.slice(Math.max(0, at - FAR), at).filter(({ role }) => role === 'level' || role === 'plan')
    const readings = [...ofFormer(share, before), ...ofRatio(share, before), ...ofLast(share, before)]
    return readings.length === 0 ? [] : [{ readings }]
  })
}

/** 结对388人，干部结对215人，教师结对173人，前者占55.4%: the first or the second of the two told last, of what they make up. */
function ofFormer(share: Claim, before: readonly Claim[]) {
  const word = /^[,;]?其?(前|后)者/.exec(share.near)?.[1]
  const [whole, first, second] = before.slice(-3)
  const part = word === '前' ? first : second
  if (word === undefined || whole === undefined || first === undefined || second === undefined) return []
  if (part === undefined || !isLike(first, second) || !isLike(whole, part) || isLess(whole, part)) return []
  return [shareOf(share, part, whole, 'probable')]
}

/** 多媒体教室与教学班之比为82.5%: each of the two is named, whatever it is counted in. */
function ofRatio(share: Claim, before: readonly Claim[]) {
  const [, part = '', whole = ''] =
    /([\u4e00-\u9fff]{2,8})[与和同]([\u4e00-\u9fff]{2,8})之比(?:为|达|是)?$/.exec(share.near) ?? []
  const [over, under] = [part, whole].map((name) => name !== '' && before.findLast((one) => isCalled(one, name)))
  return over && under && over !== under ? [shareOf(share, over, under, 'probable')] : []
}

/** 入团学校40所，…。全区学校52所，入团比例76.9%: of the number right before, what bears the name of the share. */
function ofLast(share: Claim, before: readonly Claim[]) {
  const whole = before.at(-1)
  if (
    whole?.id !== share.id - 1 ||
    whole.segment !== share.segment ||
    !/^[,、]?[\u4e00-\u9fff]{2,6}(?:率|比例|面|比重|占比?)(?:为|达)?$/.test(share.near)
  )
    return []
  if (namesPart(share, whole) === true) return []
  const part = before.findLast(
    (one) => one !== whole && isLike(one, whole) && namesPart(share, one) === true && !/未|不|非/.test(one.near),
  )
  return part === undefined || isLess(whole, part) ? [] : [shareOf(share, part, whole, 'shaped')]
}

const isCalled = ({ near, after }: Claim, name: string): boolean =>
  essence(near).endsWith(essence(name)) || after.startsWith(name)

const isLess = (whole: Claim, part: Claim): boolean => rational.compare(whole.value, part.value) < 0
