import { type Claim, isExact } from '../../extract/claim.ts'
import type { Passage } from '../../extract/find-claims.ts'
import { isLike } from '../../extract/likeness.ts'
import { correctionsOf } from '../../judge/one-digit.ts'
import { isNearSum, mayHold } from '../made/quick-sum.ts'
import { sumOf } from '../made/sum-of.ts'
import type { Question, Relation } from '../relation.ts'

/** Numbers of one list with their total. */
const LONGEST = 8
/** Words between the items of a list. */
const MOST_GAP = 20
/** Sentences that a list may go over. */
const MOST_SENTENCES = 1

interface List {
  readonly total: Claim
  readonly parts: readonly Claim[]
}

/**
 * 项目18个，未批先建2个、超概算4个、档案缺失5个，没有问题的7个: a few small numbers told in a row that nothing confirms, one of
 * which is a digit off from what the others add up to. Where some of them add up as they stand, they are explained.
 */
export function smallFits(passages: readonly Passage[], proved: ReadonlySet<Claim>): readonly Question[] {
  return passages.flatMap(({ claims }) => {
    const counts = claims.filter(isCount)
    if (counts.every((one) => proved.has(one))) return []
    const lists = counts.flatMap((first, at) => listsFrom(first, counts.slice(at + 1), proved))
    const explained = new Set(
      lists.filter(({ total, parts }) => mayHold(total, parts)).flatMap(({ total, parts }) => [total, ...parts]),
    )
    const open = lists
      .filter((one) => isOpen(one, explained, proved) && isNearSum(one.total, one.parts) && isTold(one))
      .map(({ total, parts }) => sumOf(total, parts, 'sought'))
      .filter((one) => correctionsOf(one).some(({ claim }) => !proved.has(claim) && !explained.has(claim)))
    return apart(open).map((relation) => ({ readings: [relation] }))
  })
}

const isCount = ({ role, token }: Claim): boolean =>
  ['level', 'plan', 'base', 'change'].includes(role) &&
  isExact(token) &&
  !token.inWords &&
  token.times === undefined &&
  token.unit.counted &&
  token.unit.dimension !== 'money' &&
  token.unit.dimension !== 'time'

/** All runs of like numbers that begin with one, the total first or last, at most one of them confirmed otherwise. */
function listsFrom(first: Claim, rest: readonly Claim[], proved: ReadonlySet<Claim>): readonly List[] {
  const run = [first]
  const lists: List[] = []
  for (const one of rest) {
    if (one.sentence - first.sentence > MOST_SENTENCES || run.length > LONGEST) break
    if (!isLike(one, first)) continue
    run.push(one)
    if (run.length < 3) continue
    if (run.filter((each) => proved.has(each)).length > 1) break
    lists.push({ total: first, parts: run.slice(1) }, { total: one, parts: run.slice(0, -1) })
  }
  return lists
}

const isOpen = ({ total, parts }: List, explained: ReadonlySet<Claim>, proved: ReadonlySet<Claim>): boolean =>
  [total, ...parts].every((one) => !explained.has(one) || proved.has(one))

const CLOSES = /共|合计|总|计$|计为|加起来|之和|两者|[两三四五六]类|一起|总数/
const OPENS = /:|其中|中,|分|属于|包括|有$/
const REST = /剩|余|尚|还|另|未|没|仍|其他|不|待|缺|空|则|挂/

/** Whether the text is shaped as a list and its total. */
function isTold({ total, parts }: List): boolean {
  const [first] = parts
  const last = parts.at(-1)
  if (first === undefined || last === undefined) return false
  if (parts.some(({ role }) => role === 'change')) return isByChange(total, parts)
  if (parts.some(({ near }) => SOME.test(near)) || isAcrossBracket(total, parts)) return false
  // 应报9份、实报6份: what is due beside what was done.
  if ([total, ...parts].some(({ near }) => /[应实][报到评收]$/.test(near))) return false
  if (total.id > last.id) return CLOSES.test(total.near)
  // 小学32所、初中12所、完全中学3所: an item of a list is not what the others add up to.
  if (/^[、和及与]/.test(first.before)) return false
  if (parts.slice(1).some(({ before }) => before.length > MOST_GAP)) return false
  if (/含/.test(first.before) || (parts.length === 2 && /其中|应|实/.test(first.before))) return false
  return OPENS.test(first.before) || REST.test(last.near) || (parts.length > 2 && first.before.length <= MOST_GAP)
}

/** 小学42所(含教学点3个)，初中22所: bracket and surroundings are no one list; a total with a list in brackets is. */
function isAcrossBracket(total: Claim, parts: readonly Claim[]): boolean {
  const [first, ...rest] = [total, ...parts].toSorted((a, b) => a.id - b.id)
  return rest.some(({ before }, at) => before.includes(')') || (before.includes('(') && (at > 0 || first !== total)))
}

/** 上年61起，减少14起，今年47起. */
const isByChange = (total: Claim, parts: readonly Claim[]): boolean =>
  parts.length === 2 &&
  total.role !== 'change' &&
  [total, ...parts].some(({ role, near }) => role === 'base' || (role !== 'change' && /[年期现原]/.test(near)))

const SOME = /骨干|留守|残疾|贫困|困难|党员|优秀|先进|获|重点|省级|国家级|市级|其次/

/** The longest of those that share a number. */
function apart(relations: readonly Relation[]): readonly Relation[] {
  const kept: Relation[] = []
  const taken = new Set<Claim>()
  for (const relation of relations.toSorted((a, b) => b.inputs.length - a.inputs.length)) {
    const all = [relation.target, ...relation.inputs]
    if (all.filter((one) => taken.has(one)).length > 1) continue
    for (const one of all) taken.add(one)
    kept.push(relation)
  }
  return kept
}
