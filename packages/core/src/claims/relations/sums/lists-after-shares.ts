import type { Passage } from '../../extract/find-claims.ts'
import { isSameUnit } from '../../numbers/units.ts'
import { sumOf } from '../made/sum-of.ts'
import type { Question } from '../relation.ts'

const LISTED = /^,?(?:分别(?:是|为)|具体(?:是|为)|包括|其中包括):?[^,;:]*$/
const MOST_PARTS = 12

/** 安排项目5个1.26亿元，占新增债券9.8亿元的12.9%，分别是: the list is of the number before the share, and not of the share's whole. */
export function listsAfterShares({ claims }: Passage): readonly Question[] {
  return claims.flatMap((first, at) => {
    const [total, whole, share] = [claims[at - 3], claims[at - 2], claims[at - 1]]
    if (!LISTED.test(first.before) || share?.role !== 'share' || total === undefined || whole === undefined) return []
    const isInside = /占/.test(whole.near) && /^的?$/.test(share.before) && total.sentence === first.sentence
    if (!isInside || total.role !== 'level' || !isSameUnit(total.token.unit, first.token.unit)) return []
    const rest = claims.slice(at, at + MOST_PARTS)
    const end = rest.findIndex(
      (one) => one.segment !== first.segment || one.role !== 'level' || !isSameUnit(one.token.unit, first.token.unit),
    )
    const list = end < 0 ? rest : rest.slice(0, end)
    return list.length < 3 ? [] : [{ readings: [sumOf(total, list, 'probable')] }]
  })
}
