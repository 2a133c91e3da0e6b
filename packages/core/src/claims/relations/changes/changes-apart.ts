import type { Claim } from '../../extract/claim.ts'
import type { Passage } from '../../extract/find-claims.ts'
import { judgeRelation } from '../../judge/judge-relation.ts'
import { isSameUnit } from '../../numbers/units.ts'
import { distanceOf } from '../made/difference-of.ts'
import type { Question } from '../relation.ts'

/** How many sentences before a change its two sides may be told. */
const BACK = 2
/** What a change is told of, right before it says by how much: 上线人数多出, 笔数多. */
const OF =
  /([\u4e00-\u9fff]{2,8}?)(?:人数|数量?|总额)?(?:却|则|也|又)?(?:净?增加|净?减少|[多少]出?|增长|下降)(?:了|约|达)*$/
/** By which a number is told of a time: 2022年, 上年. */
const TIME = /(?:(?:19|20)\d\d|[上今去前当])(?:学)?年/g

/**
 * 2023年本科上线1318人。2022年本科上线1234人。上线人数多出84人: two numbers that bear the name of the change, told in sentences before,
 * and no third.
 */
export function changesApart({ claims }: Passage): readonly Question[] {
  return claims.flatMap((change) => {
    const name = nameOf(change)
    if (change.role !== 'change' || name === undefined) return []
    const sides = claims.filter(
      (one) =>
        one.id < change.id &&
        change.sentence - one.sentence <= BACK &&
        (one.role === 'level' || one.role === 'base' || one.role === 'plan') &&
        isSameUnit(one.token.unit, change.token.unit) &&
        one.token.qualifier === undefined &&
        one.near.includes(name),
    )
    const [a, b] = sides
    if (a === undefined || b === undefined || sides.length > 2 || a.sentence === change.sentence) return []
    const relation = distanceOf(change, a, b, 'probable')
    return judgeRelation(relation).outcome === 'cut' ? [] : [{ readings: [relation] }]
  })
}

/** The last two characters of what the change is of. */
function nameOf({ near }: Claim): string | undefined {
  const name = OF.exec(near.replace(TIME, ''))?.[1]
  return name === undefined || /相比|比上|其中|合计/.test(name) ? undefined : name.slice(-2)
}
