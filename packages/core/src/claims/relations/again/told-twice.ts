import type { Claim } from '../../extract/claim.ts'
import type { Passage } from '../../extract/find-claims.ts'
import { isSameUnit } from '../../numbers/units.ts'
import { sameAs } from '../made/same-as.ts'
import type { Question } from '../relation.ts'

const HEADING = /项\)["”]?(?:科目)?$/
const PLANNED = /(?:预算)?安排(?:支出)?(?:为)?$/

/** 行政运行(项)1660.32万元，主要用于…。2024年预算安排1660.32万元: what an item of a budget comes to is told in its heading, too. */
export function toldTwice({ claims }: Passage): readonly Question[] {
  const [heading] = claims
  if (heading === undefined || !HEADING.test(heading.near) || heading.token.unit.dimension !== 'money') return []
  const planned = claims.find((one, at) => at > 0 && isPlanned(one) && isSameUnit(one.token.unit, heading.token.unit))
  return planned === undefined ? [] : [{ readings: [{ ...sameAs(planned, heading), tie: 'stated' }] }]
}

const isPlanned = ({ near, role }: Claim): boolean => (role === 'level' || role === 'plan') && PLANNED.test(near)
