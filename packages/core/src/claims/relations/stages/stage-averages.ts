import { rational } from '../../../formula/index.ts'
import type { Claim } from '../../extract/claim.ts'
import type { Passage } from '../../extract/find-claims.ts'
import { ownStage, type Stage, stageOf } from '../../extract/stage.ts'
import { isSameUnit } from '../../numbers/units.ts'
import { averageOf } from '../made/average-of.ts'
import type { Question } from '../relation.ts'

/** How many paragraphs back the pupils of a stage may have been counted. */
const FAR = 12

/**
 * 小学在校生4873人。…小学校舍17126平方米，生均3.51平方米: the pupils were counted elsewhere, in one number for the stage. So
 * are the schools, where 校均 says how many pupils one has.
 */
export function stageAverages(passages: readonly Passage[]): readonly Question[] {
  const pupils = countedIn(passages, isPupils, stageOf)
  const schools = countedIn(passages, isSchools, (_, claim) => ownStage(claim))
  return passages.flatMap((passage) =>
    passage.claims.flatMap((each, at) => {
      const isPerSchool = /校均/.test(each.near)
      if (each.role !== 'each' || !(isPerSchool || OF_PUPILS.test(each.near))) return []
      const stage = stageOf(passage, each)
      if (stage === undefined) return []
      const last = passage.claims[at - 1]
      const isOwn = last !== undefined && isAmountOf(each, last) && stageOf(passage, last) === stage
      const over = isPerSchool ? onlyOne(pupils, stage, each) : isOwn ? last : undefined
      const under = onlyOne(isPerSchool ? schools : pupils, stage, each)
      return over === undefined || under === undefined ? [] : [{ readings: [averageOf(each, over, under, 'probable')] }]
    }),
  )
}

interface Counted {
  readonly claim: Claim
  readonly stage: Stage | undefined
}

const countedIn = (
  passages: readonly Passage[],
  holds: (claim: Claim) => boolean,
  stageIn: (passage: Passage, claim: Claim) => Stage | undefined,
): readonly Counted[] =>
  passages.flatMap((passage) =>
    passage.claims.filter(holds).map((claim) => ({ claim, stage: stageIn(passage, claim) })),
  )

const OF_PUPILS = /生均|每生|每名学生/

const isPupils = ({ role, token, near }: Claim): boolean =>
  role === 'level' && token.unit.dimension === 'person' && /在校|在园|学生(?:数|人数|总数)?$|生$/.test(near)

const isSchools = ({ role, token, near }: Claim): boolean =>
  role === 'level' && token.unit.dimension === 'place' && !/其中|新建|新增/.test(near)

const isAmountOf = (each: Claim, over: Claim): boolean =>
  over.role === 'level' && over.segment === each.segment && isSameUnit(over.token.unit, each.token.unit)

/** The pupils of a stage when the text before counts them in one number. */
function onlyOne(counted: readonly Counted[], stage: Stage, each: Claim): Claim | undefined {
  const own = counted
    .filter((one) => one.stage === stage && one.claim.id < each.id && each.passage - one.claim.passage <= FAR)
    .map(({ claim }) => claim)
  const [first] = own
  return first !== undefined && own.every(({ value }) => rational.equals(value, first.value)) ? first : undefined
}
