import { bounds } from '../../formula/index.ts'
import { anchorsOf } from '../extract/anchors.ts'
import type { Passage } from '../extract/find-claims.ts'
import { isSameUnit } from '../numbers/units.ts'
import { difference, type Question, totalOf } from './relation.ts'

const NET = /净(?:增加?|减少?|流[入出])(?:了|约|共)*$/
const COMES = /调入|转入|流入|新招|招聘|新进|补充|新增|引进|分配/
const GOES = /调出|转出|流出|退休|辞职|离职|减员|病故|撤并/

/** 调入5人，调出3人，退休4人，新招聘6人，净增加4人: what came less what went. */
export function netChanges({ claims }: Passage): readonly Question[] {
  const anchors = anchorsOf(claims)
  return claims.flatMap((net) => {
    if (!NET.test(net.near)) return []
    const own = claims.filter(
      (one) =>
        one.id < net.id &&
        !anchors.has(one) &&
        one.sentence === net.sentence &&
        isSameUnit(one.token.unit, net.token.unit) &&
        (COMES.test(one.near) || GOES.test(one.near)),
    )
    const goes = own.map(({ near }) => GOES.test(near))
    if (own.length < 2 || goes.every((one) => one === goes[0])) return []
    const isLess = /减|流出/.test(net.near)
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
