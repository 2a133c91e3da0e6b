import type { Relation } from '../relations/relation.ts'
import { RANK } from './answered.ts'
import type { Broken, ByClaim } from './grade.ts'
import { judgeRelation } from './judge-relation.ts'
import type { Correction } from './one-digit.ts'

/** At least so many items, and not all, that follow one another make up the total. */
const LEAST_RUN = 3

/** Why a relation that does not hold is no finding, by what holds and by what else is broken. */
type Excuse = (one: Broken, holding: ByClaim, broken: readonly Broken[]) => boolean

/** A list that is the parts of another total, or that goes on and then adds up, is not missing anything. */
export function isPartsOfAnother({ relation, corrections }: Broken, holding: ByClaim): boolean {
  const [first] = relation.inputs
  if (relation.kind !== 'sum' || first === undefined) return false
  return (holding.get(first) ?? []).some(
    (one) =>
      one.kind === 'sum' &&
      relation.inputs.every((part) => one.inputs.includes(part)) &&
      ((one.tie !== 'possible' && one.inputs.includes(relation.target)) ||
        (one.inputs[0] === first && isSettledByLike(relation, corrections, one))),
  )
}

/**
 * A list that begins alike and holds settles it: of the same total, or of another where no digit would mend it or the text
 * says so as surely.
 */
const isSettledByLike = (relation: Relation, corrections: readonly Correction[], one: Relation): boolean =>
  (one.target === relation.target && RANK[one.tie] >= RANK.probable) ||
  corrections.length === 0 ||
  isListOfAnother(relation, one)

/** The very same list makes up another total, of which the text says so as surely. */
const isListOfAnother = (relation: Relation, other: Relation): boolean =>
  other.inputs.length > 2 && other.inputs.length === relation.inputs.length && RANK[other.tie] >= RANK[relation.tie]

/** A list that misses one total by far and another by a digit is the parts of the other. */
const missesOtherByDigit: Excuse = ({ relation, judged, corrections }, _, broken) =>
  relation.kind === 'sum' &&
  judged.outcome === 'fails' &&
  corrections.length === 0 &&
  broken.some(
    (other) =>
      other.relation.kind === 'sum' &&
      other.corrections.length > 0 &&
      other.relation.inputs[0] === relation.inputs[0] &&
      other.relation.target !== relation.target,
  )

/**
 * 教育支出增长6.25%，财政收入增幅4.87%，前者高1.38个百分点: what no digit would mend was misread where the number is what another
 * relation of its kind makes it, or is one of two rates whose difference is told.
 */
const isMadeOtherwise: Excuse = ({ relation: { kind, target }, judged, corrections }, holding) =>
  corrections.length === 0 &&
  judged.outcome === 'fails' &&
  (holding.get(target) ?? []).some(
    (one) =>
      one.tie !== 'possible' &&
      ((one.target === target && one.kind === kind) ||
        (kind === 'growth' && one.kind === 'points' && one.target !== target) ||
        (kind === 'growth' && one.kind === 'growth' && one.target.role === 'rate' && one.inputs.includes(target))),
  )

/** 小学1210人，初中640人，生师比分别为17.0:1和12.0:1: an average that is right of one stage was misread as another's. */
const isAverageKept: Excuse = ({ relation: { kind, target } }, holding) =>
  kind === 'each' &&
  target.role === 'each' &&
  (holding.get(target) ?? []).some(
    (one) => one.kind === 'each' && one.target === target && (one.tie === 'stated' || one.tie === 'probable'),
  )

/** 小学1602名、初中1219名、高中634名，小学超166名…，三段合计3455名: some of the numbers in a row are the whole list. */
const holdsWholeList: Excuse = ({ relation }) =>
  relation.kind === 'sum' && relation.inputs.some((_, at) => hasRunFrom(relation, at))

function hasRunFrom(relation: Relation, from: number): boolean {
  const { inputs } = relation
  for (let end = from + LEAST_RUN; end <= inputs.length; end += 1) {
    const run = inputs.slice(from, end)
    if (run.length < inputs.length && judgeRelation({ ...relation, inputs: run }).outcome === 'holds') return true
  }
  return false
}

/** 头一年少77人，…，今年少37人: two numbers whose difference is told already are not what another change is of. */
const isOfToldPair: Excuse = ({ relation }, holding) => {
  const { kind, inputs, target } = relation
  const [first] = inputs
  if (kind !== 'growth' || first === undefined || !(target.role === 'change' || target.role === 'rate')) return false
  return (holding.get(first) ?? []).some(
    (other) =>
      other.kind === 'growth' &&
      other.target !== target &&
      !(isOfOwnStretch(relation) && RANK[other.tie] < RANK[relation.tie]) &&
      other.target.role === target.role &&
      other.inputs.length === inputs.length &&
      other.inputs.every((input, at) => input === inputs[at]),
  )
}

/** 初中27554万元，同比增长6.2%（2023年为25937万元）；…: where its stretch has both numbers, another's rate explains nothing. */
const isOfOwnStretch = ({ target, inputs }: Relation): boolean =>
  target.role === 'rate' &&
  inputs.some(({ role }) => role === 'base') &&
  inputs.every(({ segment, passage }) => segment === target.segment && passage === target.passage)

const EXCUSES: readonly Excuse[] = [missesOtherByDigit, isMadeOtherwise, isAverageKept, holdsWholeList, isOfToldPair]

/** Whether what holds, or what else is broken, shows that the text was misread. */
export const isExcused: Excuse = (one, holding, broken) => EXCUSES.some((excuse) => excuse(one, holding, broken))

/** What is broken, each told once. */
export function toldOnce(broken: readonly Broken[]): readonly Broken[] {
  const once = broken.filter((one, at) => !isToldAlready(one, at, broken))
  return once.filter((one) => !isToldAsSum(one, once))
}

/** Parts that should make up their whole are told so, and not that they are more than it as well. */
const isToldAsSum = ({ relation }: Broken, broken: readonly Broken[]): boolean =>
  relation.kind === 'part' &&
  broken.some(
    (other) =>
      other.relation.kind === 'sum' &&
      other.relation.target === relation.target &&
      relation.inputs.every((part) => other.relation.inputs.includes(part)),
  )

/** 总收入、总支出、结余: which of them is the others together is told once, of the one that the words most surely call the whole. */
const isToldAlready = ({ relation }: Broken, at: number, broken: readonly Broken[]): boolean =>
  broken.some(
    ({ relation: other }, order) =>
      order !== at &&
      isOfSameNumbers(relation, other) &&
      (RANK[other.tie] > RANK[relation.tie] || (RANK[other.tie] === RANK[relation.tie] && order < at)),
  )

/** One sum of the same numbers, or another of them as the whole. */
function isOfSameNumbers(a: Relation, b: Relation): boolean {
  if (a.kind !== 'sum' || b.kind !== 'sum' || a.inputs.length !== b.inputs.length) return false
  const others = new Set([b.target, ...b.inputs])
  return [a.target, ...a.inputs].every((one) => others.has(one))
}
