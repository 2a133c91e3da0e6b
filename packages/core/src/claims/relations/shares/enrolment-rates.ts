import type { Claim } from '../../extract/claim.ts'
import type { Passage } from '../../extract/find-claims.ts'
import { isLike } from '../../extract/likeness.ts'
import { shareOf } from '../made/share-of.ts'
import { shareOfSum } from '../made/share-of-sum.ts'
import { sumOf } from '../made/sum-of.ts'
import type { Question } from '../relation.ts'

const OF_AGE = /适龄(?:儿童|少年|人口)*(?:共|有|为)?$/
const ENROLLED = /(?:在校就读|已入学|在校学生|在校)(?:共|有|为)?$/
/** Taught at home, which counts as enrolled. */
const AT_HOME = /送教(?:上门)?$/
const NOT_YET = /(?:延缓入学|缓学|未入学|免学)$/
const RATE = /入学率(?:为|达|达到)?$/

/**
 * 适龄儿童3358人，在校就读3341人…；送教上门13人，延缓入学4人。入学率99.88%: all of age are at school, taught at home or not yet enrolled, and
 * whoever is taught at home counts as enrolled.
 */
export function enrolmentRates({ claims }: Passage): readonly Question[] {
  const [age, enrolled, atHome, notYet] = [OF_AGE, ENROLLED, AT_HOME, NOT_YET].map((words) => only(claims, words))
  if (age === undefined || enrolled === undefined || atHome === undefined || age.id > enrolled.id) return []
  // 在校就读2896人(其中送教上门14人): of those at school, and not beside them.
  if (!isLike(enrolled, age) || atHome.id < enrolled.id || /其中|含|\(/.test(atHome.before)) return []
  const sums = notYet === undefined ? [] : [{ readings: [sumOf(age, [enrolled, atHome, notYet], 'probable')] }]
  const rates = claims
    .filter((one) => one.role === 'share' && RATE.test(one.near) && one.id > atHome.id)
    .map((rate) => ({
      readings: [shareOfSum(rate, [enrolled, atHome], [age], 'probable'), shareOf(rate, enrolled, age, 'probable')],
    }))
  return [...sums, ...rates]
}

/** The one number of people that is called so. */
function only(claims: readonly Claim[], words: RegExp): Claim | undefined {
  const named = claims.filter(
    ({ role, near, token }) => role === 'level' && token.unit.dimension === 'person' && words.test(near),
  )
  return named.length === 1 ? named[0] : undefined
}
