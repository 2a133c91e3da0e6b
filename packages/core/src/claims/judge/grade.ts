import { rational } from '../../formula/index.ts'
import type { Claim } from '../extract/claim.ts'
import type { Relation, Tie } from '../relations/relation.ts'
import { isShorterList, RANK } from './answered.ts'
import { chanceOfNearMiss } from './chance.ts'
import { type Judged, judgeRelation } from './judge-relation.ts'
import { type Correction, correctionsOf } from './one-digit.ts'

export type Grade = 'wrong' | 'doubtful'

/** A relation that the text asks for and its numbers do not keep. */
export interface Broken {
  readonly relation: Relation
  readonly judged: Judged
  readonly grade: Grade
  /** One-digit changes after which it would hold. */
  readonly corrections: readonly Correction[]
}

/** The relations that hold, by each number that is in them. */
export type ByClaim = ReadonlyMap<Claim, readonly Relation[]>

/** Chances of an accident up to which a near miss counts as an error, or as worth a look. */
const SURE: Readonly<Record<Tie, number>> = {
  certain: 1,
  stated: 1,
  probable: 1,
  shaped: 0.05,
  likely: 0.1,
  // What is only sought is never more than worth a look; who seeks reckons how often it would be an accident.
  sought: -1,
  possible: 0.004,
}
const WORTH: Readonly<Record<Tie, number>> = {
  certain: 1,
  stated: 1,
  probable: 1,
  shaped: 0.8,
  likely: 0.2,
  sought: 1,
  possible: 0.015,
}

/** A near miss that hardly is an accident. */
const RARE = 0.05
/** So rare that rounded numbers hardly come so near each other by accident. */
const SELDOM = 0.005
/** What most numbers would keep. */
const COMMON = 0.5
/** How many times as large one number is as the other where the words were misread. */
const FAR = rational.fromInteger(5)
/** Sums that no digit mends miss their total by little. */
const FAR_SUM = rational.fromPair(5n, 4n)
/** Some of a whole, or what was due beside what was done. */
const PARTLY = /其中|含|骨干|应|实/

/** How grave it is that a relation does not hold, beside what holds; nothing where it says nothing. */
export function gradeOf(relation: Relation, judged: Judged, holding: ByClaim): Broken[] {
  const { tie } = relation
  if (judged.outcome === 'close' || judged.outcome === 'cut')
    return RANK[tie] >= RANK.probable || isSeldom(relation, judged)
      ? [{ relation, judged, grade: 'doubtful', corrections: [] }]
      : []
  if (isInequality(relation)) return [{ relation, judged, grade: 'wrong', corrections: [] }]
  const chance = chanceOfNearMiss(relation, judged.range)
  if ((chance > WORTH[tie] && !isAlone(relation, holding)) || (chance === 1 && relation.target.token.inWords)) return []
  const corrections = correctionsOf(relation)
  const free = corrections.filter((correction) => !breaks(correction, holding, (one) => !isShorterList(one, relation)))
  const isRead = RANK[tie] >= RANK.probable
  const mending = corrections.filter((correction) => !breaks(correction, holding, (one) => !isAccident(one, relation)))
  if (corrections.length === 0 && isFar(relation, judged)) return []
  const isDigitOff = relation.kind === 'sum' && corrections.length > 0 && chance <= RARE
  const grade =
    gradeOfFailing(tie, chance, free.length > 0, isDigitOff) ?? (isRead && mending.length > 0 ? 'doubtful' : undefined)
  return grade === undefined ? [] : [{ relation, judged, grade, corrections: free.length > 0 ? free : corrections }]
}

/** 62350万元、9418万元、14357万元 miss 86127万元 by 2万元: hardly by accident, though no words say that they are its parts. */
const isSeldom = (relation: Relation, { outcome, range }: Judged): boolean =>
  relation.kind === 'sum' &&
  outcome === 'close' &&
  relation.inputs.length > 2 &&
  relation.tie !== 'possible' &&
  chanceOfNearMiss(relation, range) <= SELDOM

/** Numbers that nothing confirms, though the text is built as if one followed from the others, are worth a look however small. */
const isAlone = ({ kind, tie, target, inputs }: Relation, holding: ByClaim): boolean =>
  (kind === 'sum' || kind === 'each') &&
  (tie === 'shaped' || tie === 'likely') &&
  inputs.every(({ sentence, passage }) => passage === target.passage && Math.abs(sentence - target.sentence) <= 1) &&
  [target, ...inputs].every((one) => !holding.has(one)) &&
  (kind === 'each' ||
    (inputs.some(({ token }) => token.literal.length > 1) &&
      inputs.every((one) => one.token.unit.word === target.token.unit.word && !PARTLY.test(one.before))))

/** What a digit would mend only against other numbers is worth a look where the words say so surely. */
function gradeOfFailing(tie: Tie, chance: number, isNearMiss: boolean, isDigitOff: boolean): Grade | undefined {
  if (tie === 'certain') return 'wrong'
  if (!isNearMiss) return tie === 'stated' || (tie === 'probable' && isDigitOff) ? 'doubtful' : undefined
  return chance <= SURE[tie] ? 'wrong' : 'doubtful'
}

/** 6.16平方米 ÷ 28080人 is nowhere near 4.96平方米: the words were misread, rather than a number miswritten. */
function isFar({ kind, target }: Relation, { point }: Judged): boolean {
  if (!['each', 'share', 'sum'].includes(kind) || point === undefined) return false
  const [small, large] = [point, target.value].toSorted(rational.compare)
  return (
    small !== undefined &&
    large !== undefined &&
    rational.compare(large, rational.mul(small, kind === 'sum' ? FAR_SUM : FAR)) > 0
  )
}

const isInequality = ({ kind }: Relation): boolean => kind === 'order' || kind === 'part'

/** A correction that would spoil what otherwise holds, of what counts, explains nothing. */
function breaks({ claim, stated }: Correction, holding: ByClaim, counts: (relation: Relation) => boolean): boolean {
  return (holding.get(claim) ?? []).some(
    (relation) =>
      judgeRelation(relation, (one) => (one === claim ? stated : one)).outcome === 'fails' && counts(relation),
  )
}

/** What no words ask for, and most numbers would keep, is no reason to believe a number that the words contradict. */
const isAccident = (one: Relation, said: Relation): boolean =>
  isShorterList(one, said) ||
  (RANK[one.tie] < RANK.probable && chanceOfNearMiss(one, judgeRelation(one).range) > COMMON)
