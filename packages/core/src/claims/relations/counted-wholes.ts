import { bounds } from '../../formula/index.ts'
import type { Claim } from '../extract/claim.ts'
import { type Count, type Counted, countedBy, countsOf } from '../extract/counts.ts'
import type { Passage } from '../extract/find-claims.ts'
import type { Stage } from '../extract/stage.ts'
import { input, type Question, type Relation } from './relation.ts'
import { shareOf } from './share-of.ts'

/**
 * What is told of a stage as a whole — its pupils, teachers, schools — is what shares and averages far from it are of:
 * 占全县小学生的45.1%, 专任教师中…占85.9%, 小学生与教师之比为15.08:1, 校均规模.
 */
export function countedWholes(passages: readonly Passage[]): readonly Question[] {
  const counts = passages.flatMap(countsOf)
  return passages.flatMap((passage) =>
    passage.claims.flatMap((claim, at) => {
      const told = counts.filter((one) => one.claim.id < claim.id)
      const relation =
        claim.role === 'share'
          ? ofNamed(passage, claim, passage.claims.slice(0, at), told)
          : claim.token.unit.dimension === 'ratio'
            ? ratioOf(claim, told)
            : undefined
      return relation === undefined ? [] : [{ readings: [relation] }]
    }),
  )
}

/** The last number of all of something; the one before when that is a part of it. */
function last(counts: readonly Count[], counted: Counted, stage: Stage | undefined, but?: Claim): Claim | undefined {
  return counts.findLast((one) => one.counted === counted && one.stage === stage && one.claim !== but)?.claim
}

const NAMED = /占(?:了|到)?([\u4e00-\u9fff]{2,12}?)(?:总数|总人数|人数|总量)?的?(?:比例|比重)?(?:为|达)?$/
const BARE = /占(?:比)?(?:为|达|约)?$/

function ofNamed(
  passage: Passage,
  share: Claim,
  before: readonly Claim[],
  told: readonly Count[],
): Relation | undefined {
  const part = before.at(-1)
  if (part?.role !== 'level' || part.segment !== share.segment) return undefined
  const words = BARE.test(share.near) ? subjectOf(passage, share) : NAMED.exec(share.near)?.[1]
  const named = words === undefined ? undefined : countedBy(words)
  if (named === undefined || part.token.unit.dimension !== dimensionOf(named.counted)) return undefined
  const whole = last(told, named.counted, named.stage, part)
  return whole && shareOf(share, part, whole, 'probable')
}

const dimensionOf = (counted: Counted) => (counted === 'school' ? 'place' : counted === 'class' ? 'class' : 'person')

/** 专任教师中,…: what the sentence, or the stretch, says that it tells the parts of. */
function subjectOf({ text, sentences }: Passage, share: Claim): string | undefined {
  const start = sentences[share.sentence]?.start ?? 0
  const words = text.slice(start, share.token.start)
  return [...words.matchAll(/(?<=^|[,;:])(?:在)?([\u4e00-\u9fff]{2,10})中,/g)].at(-1)?.[1]
}

/** 小学生与教师之比为15.08:1, 初中生师比12:1. */
function ratioOf(ratio: Claim, told: readonly Count[]): Relation | undefined {
  if (!/生师比|师生比|[生师][与和同][^,;]{0,4}[教学师生].{0,4}之?比/.test(ratio.before)) return undefined
  const stage = countedBy(`${/(幼儿园|小学|初中|高中|中学)/.exec(ratio.near)?.[0] ?? ''}学生`)?.stage
  const pupils = last(told, 'pupil', stage)
  const teachers = last(told, 'teacher', stage)
  if (pupils === undefined || teachers === undefined) return undefined
  return {
    kind: 'each',
    tie: 'probable',
    target: ratio,
    inputs: [pupils, teachers],
    compute: (inputs) => bounds.divBounds(input(inputs, 0), input(inputs, 1)),
    words: ([over, under]) => `${over} ÷ ${under}`,
  }
}
