import { type Claim, isExact } from '../../extract/claim.ts'
import type { Passage } from '../../extract/find-claims.ts'
import { isLike } from '../../extract/likeness.ts'
import { isNearSum, mayHold } from '../made/quick-sum.ts'
import { sumOf } from '../made/sum-of.ts'
import type { Question } from '../relation.ts'

/** How many like numbers back, and paragraphs, the whole may stand. */
const FAR = 14
const FAR_PASSAGES = 2
const MOST_PARTS = 6

/** 竣工项目中，…; 流出人员里面，…: what the sentence, or the stretch, tells the parts of. */
const SUBJECT =
  /(?:^|[,;:。])(?:在|这|该|上述|以上|所有)?([\u4e00-\u9fff]{2,10}?)的?(?:里面|里边|之中|当中|中间|中|里)[,、]?/g

/**
 * 竣工29个，在建6个。竣工项目中，校舍类12个，附属类17个: a list that names what it is of is held against the numbers before
 * that are called so.
 */
export function subjectLists(passages: readonly Passage[], proved: ReadonlySet<Claim>): readonly Question[] {
  return passages.flatMap((passage, order) => {
    const told = passages.slice(Math.max(0, order - FAR_PASSAGES), order + 1).flatMap(({ claims }) => claims)
    const counts = passage.claims.filter(isCount)
    return [...passage.text.matchAll(SUBJECT)].flatMap((found) => {
      const at = found.index + found[0].length
      const first = counts.findIndex(({ token }) => token.start >= at)
      const list = listFrom(counts, first)
      const name = found[1] ?? ''
      const wholes = told.filter((one) => isWhole(one, list[0], found.index, passage) && isCalled(one, name))
      const readings = wholes.slice(-FAR).flatMap((whole) => readingsOf(whole, list, proved))
      return readings.length === 0 ? [] : [{ readings }]
    })
  })
}

const isCount = ({ role, token }: Claim): boolean =>
  (role === 'level' || role === 'plan') &&
  isExact(token) &&
  token.unit.dimension !== 'percent' &&
  token.unit.dimension !== 'ratio'

function listFrom(counts: readonly Claim[], at: number): readonly Claim[] {
  const first = counts[at]
  if (first === undefined) return []
  const rest = counts.slice(at)
  const end = rest.findIndex((one) => one.sentence !== first.sentence)
  return (end < 0 ? rest : rest.slice(0, end)).filter((one) => isLike(one, first)).slice(0, MOST_PARTS)
}

const isWhole = (one: Claim, first: Claim | undefined, at: number, { index }: Passage): boolean =>
  first !== undefined &&
  isCount(one) &&
  isLike(one, first) &&
  (one.passage < index || one.token.end <= at) &&
  !(one.passage === index && one.token.start > at)

/** Two characters of the name stand around the number. */
function isCalled({ near, after }: Claim, name: string): boolean {
  const words = `${near} ${/^[^,;。:()]*/.exec(after)?.[0] ?? ''}`
  return Array.from({ length: name.length - 1 }, (_, at) => name.slice(at, at + 2)).some((pair) => words.includes(pair))
}

/** As many of the list as come a digit short of the whole; one that adds up is all there is to it. */
function readingsOf(whole: Claim, list: readonly Claim[], proved: ReadonlySet<Claim>) {
  const lists = Array.from({ length: Math.max(0, list.length - 1) }, (_, at) => list.slice(0, at + 2))
  const holding = lists.find((parts) => mayHold(whole, parts))
  if (holding !== undefined) return [sumOf(whole, holding, 'sought' as const)]
  return lists
    .filter((parts) => parts.length === list.length || parts.length === 2)
    .filter((parts) => isNearSum(whole, parts) && parts.some((one) => !proved.has(one)))
    .map((parts) => sumOf(whole, parts, 'sought' as const))
}
