import { rational } from '../../formula/index.ts'
import type { Claim } from '../extract/claim.ts'
import type { Passage } from '../extract/find-claims.ts'
import { isNearSum } from './quick-sum.ts'
import type { Question } from './relation.ts'
import { sumOf } from './sum-of.ts'

const LEAST_PARTS = 3
const MOST_PARTS = 10
const MOST_GAP = 14
/** How many numbers of the kind told before may be the whole of a list, and how many paragraphs back. */
const FAR = 6
const FAR_PASSAGES = 1

/**
 * 回收问卷1794份。…满意1213份、基本满意468份、一般92份、不满意21份: a list of short items of one form that makes up a sentence is
 * of one of the numbers told last, where it adds up but for a digit.
 */
export function listedBefore(passages: readonly Passage[]): readonly Question[] {
  return passages.flatMap((passage, order) => {
    const told = passages.slice(Math.max(0, order - FAR_PASSAGES), order + 1).flatMap(({ claims }) => claims)
    return passage.sentences.flatMap((_, sentence) => {
      const own = passage.claims.filter((one) => one.sentence === sentence)
      const list = own.slice(0, own.findIndex((one, at) => at > 0 && !goesOn(own[0], one)) >>> 0)
      const [first] = list
      // 教职工78人，专任72人，工勤6人: a list that begins with its own whole.
      if (first !== undefined && isNearSum(first, list.slice(1))) return []
      if (first === undefined || list.length < LEAST_PARTS || list.length > MOST_PARTS || !isCount(first)) return []
      const wholes = told
        .filter((one) => one.id < first.id && isCount(one) && isOneUnit(one, first))
        .slice(-FAR)
        .filter((one) => list.every(({ value }) => rational.compare(value, one.value) < 0))
      const isOpened = /:$/.test(first.before.slice(0, first.before.lastIndexOf(':') + 1))
      const readings = wholes
        .filter((whole) => isNearSum(whole, list))
        .map((whole) => sumOf(whole, list, isOpened ? 'probable' : 'likely'))
      return readings.length === 0 ? [] : [{ readings }]
    })
  })
}

const isCount = ({ role, token }: Claim): boolean =>
  role === 'level' && token.upTo === undefined && token.qualifier === undefined && token.unit.word !== ''

const isOneUnit = (a: Claim, b: Claim): boolean =>
  a.token.unit.word === b.token.unit.word && a.token.unitText === b.token.unitText

const goesOn = (first: Claim | undefined, claim: Claim): boolean =>
  first !== undefined && isCount(claim) && isOneUnit(first, claim) && claim.before.length <= MOST_GAP
