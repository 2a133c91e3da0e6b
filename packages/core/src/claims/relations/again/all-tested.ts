import type { Claim } from '../../extract/claim.ts'
import type { Passage } from '../../extract/find-claims.ts'
import { sameAs } from '../made/same-as.ts'
import { isPupils, onlyOne } from '../ratios/own-averages.ts'
import type { Question } from '../relation.ts'

const DUE = /(?:测试|体检|检测)应[测检](?:人数|学生)?(?:为|共)?$/

/** 学生1284人。…体质健康测试应测1284人: a school tests all its pupils, whom it counts once; what is a digit off is worth a look. */
export function allTested(prose: readonly Passage[]): readonly Question[] {
  const pupils = onlyOne(prose.flatMap(({ claims }) => claims.filter(isPupils)))
  if (pupils === undefined) return []
  return prose.flatMap(({ claims }) =>
    claims
      .filter((one) => one.role === 'level' && DUE.test(one.near) && isAsLong(one, pupils))
      .map((one) => ({ readings: [{ ...sameAs(one, pupils), tie: 'sought' as const }] })),
  )
}

const isAsLong = (one: Claim, pupils: Claim): boolean =>
  one.id > pupils.id && one.token.literal.length === pupils.token.literal.length && one.token.literal.length >= LEAST

/** Fewer digits are alike too often. */
const LEAST = 3
