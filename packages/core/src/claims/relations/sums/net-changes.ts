import { type Bounds, bounds } from '../../../formula/index.ts'
import { anchorsOf } from '../../extract/anchors.ts'
import type { Claim } from '../../extract/claim.ts'
import type { Passage } from '../../extract/find-claims.ts'
import { isSameUnit } from '../../numbers/units.ts'
import { differenceOf } from '../made/difference-of.ts'
import { difference, input, type Question, totalOf } from '../relation.ts'
import { netOfTotals } from './net-totals.ts'

const NET =
  /相抵(?:后)?净?(?:[增减]加?少?|[多少])|净(?:增加?|减少?|流[入出])(?:了|约|共)*$|(?:总量|总数|队伍|总人数)[^,;]*(?:增加|减少)$/
const COMES = /新分|调入|转入|流入|新招|招聘|招生|新开|新办|新进|补充|新增|引进|分配/
const GOES = /调离|调走|离任|调出|转出|流出|退休|辞职|离职|减员|病故|撤并|毕业|流失|清退|关停|停办/

/** 调入5人，调出3人，退休4人，新招聘6人，净增加4人: what came less what went. */
export function netChanges(passage: Passage): readonly Question[] {
  return [...netsOf(passage), ...flowsOf(passage), ...changesTogether(passage), ...madeOf(passage)]
}

/** 小学减少1216人，初中增加587人，高中增加94人，合计减少535人: changes of either kind, taken together. */
function changesTogether({ claims }: Passage): readonly Question[] {
  return claims.flatMap((total) => {
    if (!isMotion(total) || !/合计|总计|共|总体|累计/.test(total.near)) return []
    const parts = claims.filter(
      (one) =>
        one.id < total.id &&
        one.role === total.role &&
        one.sentence === total.sentence &&
        isSameUnit(one.token.unit, total.token.unit),
    )
    if (parts.length < 2) return []
    const signs = parts.map(({ sign }) => (sign === total.sign ? 1 : -1))
    const compute = (inputs: readonly Bounds[]) =>
      totalOf(inputs.map((one, at) => (signs[at] === 1 ? one : bounds.negateBounds(one))))
    const words = (shown: readonly string[]) =>
      shown.map((one, at) => `${signs[at] === 1 ? '+' : '−'} ${one}`).join(' ')
    return [
      {
        readings: [{ kind: 'growth' as const, tie: 'probable' as const, target: total, inputs: parts, compute, words }],
      },
    ]
  })
}

const isMotion = ({ role }: Claim): boolean => role === 'change' || role === 'points'

/** 学生增加37名，其中转入52名、转出15名: what a change is made of. */
function madeOf({ claims }: Passage): readonly Question[] {
  return claims.flatMap((net, at) => {
    const [a, b] = [claims[at + 1], claims[at + 2]]
    if (net.role !== 'change' || a === undefined || b === undefined || b.segment !== net.segment) return []
    if (![a, b].every(({ token }) => isSameUnit(token.unit, net.token.unit))) return []
    const [comes, goes] = COMES.test(a.near) && GOES.test(b.near) ? [a, b] : [b, a]
    if (!COMES.test(comes.near) || !GOES.test(goes.near)) return []
    const [more, less] = net.sign > 0 ? [comes, goes] : [goes, comes]
    return [{ readings: [differenceOf(net, more, less, 'probable')] }]
  })
}

const START = /入学|招生|原有|年初|上年末|期初/
const END = /毕业|现有|年末|期末|现在/

/** 入学652人，毕业641人，转出17人，转入6人: who began and came, less who went, are those at the end. */
function flowsOf({ claims }: Passage): readonly Question[] {
  return claims.flatMap((start, at) => {
    if (start.role !== 'level' || !START.test(start.near)) return []
    const rest = claims
      .slice(at + 1)
      .filter(
        (one) => one.segment === start.segment && one.role === 'level' && isSameUnit(one.token.unit, start.token.unit),
      )
    const [end, comes, goes] = [END, /转入|流入/, /转出|流出|死亡/].map((words) =>
      rest.filter(({ near }) => words.test(near)),
    )
    const last = end?.[0]
    if (last === undefined || comes?.length !== 1 || goes?.length !== 1) return []
    const compute = (inputs: readonly Bounds[]) =>
      difference(bounds.addBounds(input(inputs, 0), input(inputs, 1)), input(inputs, 2))
    const words = ([from, more, less]: readonly string[]) => `${from} + ${more} − ${less}`
    const inputs = [start, ...comes, ...goes]
    return [{ readings: [{ kind: 'growth' as const, tie: 'probable' as const, target: last, inputs, compute, words }] }]
  })
}

/** 三年共补充476人；…三年共流出223人。一进一出，净增253人: the totals of the sentence before. */
const totalsBefore = (claims: readonly Claim[], net: Claim): readonly Claim[] =>
  claims.filter(
    (one) =>
      one.sentence === net.sentence - 1 &&
      /共|合计|累计|总/.test(one.near) &&
      isSameUnit(one.token.unit, net.token.unit) &&
      (COMES.test(one.near) || GOES.test(one.near)),
  )

function netsOf({ claims }: Passage): readonly Question[] {
  const anchors = anchorsOf(claims)
  return claims.flatMap((net) => {
    if (!NET.test(net.near)) return []
    const own = claims.filter(
      (one) =>
        one.id < net.id &&
        !/合计|共/.test(one.near) &&
        (anchors.get(one)?.segment !== one.segment || /^,?同[期时年]/.test(one.near)) &&
        one.sentence === net.sentence &&
        isSameUnit(one.token.unit, net.token.unit) &&
        (COMES.test(one.near) || GOES.test(one.near)),
    )
    if (own.length === 0) own.push(...totalsBefore(claims, net))
    const goes = own.map(({ near }) => GOES.test(near))
    const isLess = /减|流出|相抵(?:后)?少/.test(net.near)
    const byTotals = netOfTotals(net, claims, { comes: COMES, goes: GOES }, isLess)
    if (byTotals.length > 0) return byTotals
    if (own.length < 2 || goes.every((one) => one === goes[0])) return []
    return [
      {
        readings: [
          {
            kind: 'growth' as const,
            tie: 'stated' as const,
            target: net,
            inputs: own,
            compute: (inputs) => {
              const side = (went: boolean) => totalOf(inputs.filter((_, at) => goes[at] === went))
              const rise = difference(side(false), side(true))
              return isLess ? bounds.negateBounds(rise) : rise
            },
            words: (shown) =>
              shown
                .map((one, at) => `${goes[at] === isLess ? '+' : '−'} ${one}`)
                .join(' ')
                .replace(/^\+ /, ''),
          },
        ],
      },
    ]
  })
}
