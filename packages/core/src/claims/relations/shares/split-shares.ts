import type { Claim } from '../../extract/claim.ts'
import type { Passage } from '../../extract/find-claims.ts'
import { isSplit } from '../../numbers/splits.ts'
import { wholeOf } from '../made/whole-of.ts'
import type { Question } from '../relation.ts'
import { partOf } from './parts-by-rate.ts'

/** How many numbers after a split the part of one who bears it may stand. */
const NEXT = 3

/** 由中央、省、县三级按60:20:20的比例分担，县级承担1204.18万元: the shares make up all, and each is of what was told before. */
export function splitShares({ claims }: Passage): readonly Question[] {
  return claims.flatMap((first, at) => {
    if (!isSplit(first.token) || (claims[at - 1] !== undefined && isNext(claims[at - 1], first))) return []
    const list = [first]
    for (const one of claims.slice(at + 1)) {
      if (!isSplit(one.token) || !isNext(list.at(-1), one)) break
      list.push(one)
    }
    if (list.length < 2) return []
    return [{ readings: [wholeOf(first, list.slice(1), 'probable', '100')] }, ...partsOf(list, claims, at)]
  })
}

const isNext = (last: Claim | undefined, one: Claim): boolean =>
  last !== undefined && isSplit(last.token) && one.before === ':'

/** Each bearer's part of the last amount before, by the name that has its turn. */
function partsOf(list: readonly Claim[], claims: readonly Claim[], at: number): readonly Question[] {
  const [first] = list
  const names =
    /([\u4e00-\u9fff]+(?:、[\u4e00-\u9fff]+)*)(?:[两三四]级)?(?:财政)?按照?$/
      .exec(first?.near ?? '')?.[1]
      ?.split('、') ?? []
  const whole = claims[at - 1]
  if (whole?.token.unit.dimension !== 'money' || names.length !== list.length) return []
  const after = claims.slice(at + list.length, at + list.length + NEXT)
  return list.flatMap((share, order) => {
    const name = /(中央|省|市|县|区)[级两三四]*$/.exec((names[order] ?? '').replace(/[两三四]级$/, ''))?.[1]
    const part = after.find(
      ({ near, token, segment }) =>
        name !== undefined &&
        segment === share.segment &&
        token.unit.dimension === 'money' &&
        new RegExp(`^[,;]?${name}(?:级|财政)?[^,;、]{0,8}$`).test(near),
    )
    return part === undefined ? [] : [{ readings: [partOf(part, share, whole)] }]
  })
}
