import type { Passage } from '../../extract/find-claims.ts'
import { isSameUnit } from '../../numbers/units.ts'
import { sameAs } from '../made/same-as.ts'
import type { Question } from '../relation.ts'

const ONE_TO_ONE = /^[,、]?(?:[\u4e00-\u9fff]{0,4}(?:做到|实行|实现|开展|落实|进行))?["“]?一对一/

/** 三类儿童共99名，落实帮扶干部99名，做到一对一: as many as there are of those before. */
export function oneToOne({ claims }: Passage): readonly Question[] {
  return claims.flatMap((helpers, at) => {
    const helped = claims[at - 1]
    if (helped?.role !== 'level' || helpers.role !== 'level' || !ONE_TO_ONE.test(helpers.after)) return []
    if (helped.sentence !== helpers.sentence || !isSameUnit(helped.token.unit, helpers.token.unit)) return []
    return helped.token.unit.dimension === 'person'
      ? [{ readings: [{ ...sameAs(helpers, helped), tie: 'probable' }] }]
      : []
  })
}
