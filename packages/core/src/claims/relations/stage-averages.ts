import { bounds } from '../../formula/index.ts'
import type { Claim } from '../extract/claim.ts'
import type { Passage } from '../extract/find-claims.ts'
import { type Stage, stageOf } from '../extract/stage.ts'
import { isSameUnit } from '../numbers/units.ts'
import { input, type Question, type Relation } from './relation.ts'

/** How many paragraphs back the pupils of a stage may have been counted. */
const FAR = 12

/** 小学在校生4873人。…小学校舍17126平方米，生均3.51平方米: the pupils were counted elsewhere, once for the stage. */
export function stageAverages(passages: readonly Passage[]): readonly Question[] {
  const pupils = passages.flatMap((passage) =>
    passage.claims.filter(isPupils).map((claim) => ({ claim, stage: stageOf(passage, claim) })),
  )
  return passages.flatMap((passage) =>
    passage.claims.flatMap((each, at) => {
      if (each.role !== 'each' || !/生均|每生|每名学生/.test(each.near)) return []
      const over = passage.claims[at - 1]
      const stage = stageOf(passage, each)
      if (over === undefined || stage === undefined || !isAmountOf(each, over)) return []
      if (stageOf(passage, over) !== stage) return []
      const under = onlyOne(pupils, stage, each)
      return under === undefined ? [] : [{ readings: [averageOf(each, over, under)] }]
    }),
  )
}

const isPupils = ({ role, token, near }: Claim): boolean =>
  role === 'level' && token.unit.dimension === 'person' && /在校|在园|学生(?:数|人数|总数)?$|生$/.test(near)

const isAmountOf = (each: Claim, over: Claim): boolean =>
  over.role === 'level' && over.segment === each.segment && isSameUnit(over.token.unit, each.token.unit)

/** The pupils of a stage when the text before counts them in one number. */
function onlyOne(
  pupils: readonly { readonly claim: Claim; readonly stage: Stage | undefined }[],
  stage: Stage,
  each: Claim,
): Claim | undefined {
  const own = pupils
    .filter((one) => one.stage === stage && one.claim.id < each.id && each.passage - one.claim.passage <= FAR)
    .map(({ claim }) => claim)
  return own.length === 1 ? own[0] : undefined
}

const averageOf = (each: Claim, over: Claim, under: Claim): Relation => ({
  kind: 'each',
  tie: 'probable',
  target: each,
  inputs: [over, under],
  compute: (inputs) => bounds.divBounds(input(inputs, 0), input(inputs, 1)),
  words: ([over, under]) => `${over} ÷ ${under}`,
})
