import type { Claim } from '../../extract/claim.ts'
import type { Passage } from '../../extract/find-claims.ts'
import { productOf } from '../made/exact-product.ts'
import type { Question } from '../relation.ts'

/** 每平方米造价1600元, 单方造价2000元, which the reading takes as one. */
const COST = /每平方米(?:建筑)?(?:造价|单价|投资)?[^,;]{0,3}$|单方造价[^,;]{0,3}$/
/** How many numbers before the area what it all cost may be told. */
const FAR = 24
/** Fewest characters of a building's name. */
const LEAST_NAME = 4

/**
 * 宿舍楼545万元…。宿舍楼建筑面积2725平方米，单方造价2000元; 392万元用于新建中心幼儿园，该园…建筑面积1960平方米，每平方米造价2000元: what a
 * building costs is its area at so much a square metre, told where its name was told before.
 */
export function unitCosts(prose: readonly Passage[]): readonly Question[] {
  const all = prose.flatMap(({ claims }) => claims)
  return all.flatMap((cost, at) => {
    const area = all[at - 1]
    if (cost.role !== 'each' || cost.token.unit.dimension !== 'money' || !COST.test(cost.near)) return []
    if (area?.token.unit.dimension !== 'area' || area.role !== 'level' || area.segment !== cost.segment) return []
    if (area.passage !== cost.passage) return []
    const before = all.slice(Math.max(0, at - 1 - FAR), at - 1).filter(isWhole)
    const total = isReferred(prose, area)
      ? before.findLast((one) => one.passage === area.passage && one.sentence === area.sentence)
      : before.findLast((one) => isOf(one, area))
    return total === undefined ? [] : [{ readings: [productOf(total, area, cost, 'probable')] }]
  })
}

const isWhole = ({ role, token }: Claim): boolean =>
  (role === 'level' || role === 'plan') && token.unit.dimension === 'money' && /^[万亿]/.test(token.unitText)

/** 用于新建幼儿园，该园占地8.2亩、建筑面积1960平方米. */
const isReferred = (prose: readonly Passage[], { passage, token }: Claim): boolean =>
  /[,;]该[校园楼项工][^;。]{0,30}$/.test(prose.find(({ index }) => index === passage)?.text.slice(0, token.start) ?? '')

/** What bears so much of the building's name. */
function isOf({ near, before }: Claim, area: Claim): boolean {
  const name = /([\u4e00-\u9fff]{4,12}?)(?:总?建筑面积|建筑总面积)/.exec(area.near)?.[1] ?? ''
  const words = near === '' ? before : near
  for (let from = 0; from + LEAST_NAME <= name.length; from += 1) if (words.includes(name.slice(from))) return true
  return false
}
