import { rational } from '../../formula/index.ts'
import type { Claim } from '../extract/claim.ts'
import type { Question, Relation, Tie } from '../relations/relation.ts'
import { isLesser, isShorterList, isTelling, isTwoLists, maskedBy, RANK, type Told } from './answered.ts'
import { chanceOfNearMiss, windowOf } from './chance.ts'
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

export interface Settled {
  readonly holding: readonly Relation[]
  readonly broken: readonly Broken[]
}

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

/** Judges every question: what holds, and what does not though the text says it should. */
export function settle(questions: readonly Question[]): Settled {
  const holding: Relation[] = []
  const open: (readonly Told[])[] = []
  for (const { readings } of mergeSame(questions)) {
    const judged = readings.filter(isCommensurable).map((relation) => ({ relation, judged: judgeRelation(relation) }))
    const kept = judged.filter(({ judged: { outcome } }) => outcome === 'holds')
    const telling = kept.filter(({ relation, judged: { range } }) => isTelling(relation, windowOf(relation, range)))
    holding.push(...telling.map(({ relation }) => relation))
    const all = maskedBy(kept, judged)
    const near = Math.max(-1, ...judged.filter((one) => one.judged.outcome === 'close').map(rankOf))
    const answers = new Set(telling.flatMap(({ relation }) => relation.inputs))
    const failing = judged.filter((one) => {
      if (one.judged.outcome === 'holds') return false
      const own = kept.filter(({ relation }) => !isLesser(relation, one.relation))
      const masked = own.length === kept.length ? all : maskedBy(own, judged)
      return isTwoLists(one, kept) || isApart(one.relation, answers) || (rankOf(one) > masked && rankOf(one) >= near)
    })
    if (failing.length > 0) open.push(failing)
  }
  const known = byClaim(holding)
  const broken = open.flatMap((failing) =>
    worst(failing.flatMap((one) => gradeOf(one.relation, one.judged, known)).filter((one) => !isTold(one, known))),
  )
  const own = broken.filter((one) => !isExplained(one, broken) && !isOtherwiseKept(one, known))
  const once = own.filter((one, at) => !isToldAlready(one, at, own))
  return { holding, broken: once.filter((one) => !isToldAsSum(one, once)) }
}

/** Another list of the same total: by source of money after by office. */
const isApart = ({ kind, tie, inputs }: Relation, answers: ReadonlySet<Claim>): boolean =>
  kind === 'sum' && tie !== 'possible' && answers.size > 0 && inputs.every((one) => !answers.has(one))

const rankOf = ({ relation }: { readonly relation: Relation }): number => RANK[relation.tie]

/** 1000亿元 and 133万元 add up to nothing: the one is rounded to far more than the other is. */
function isCommensurable({ kind, target, inputs }: Relation): boolean {
  if (kind !== 'sum') return true
  // 支出73.96万元。预算91.5万元，决算73.96万元: a number told twice is no part of itself.
  if (inputs.length === 2 && target.token.literal.includes('.') && inputs.some((one) => isSameNumber(one, target)))
    return false
  const values = [target, ...inputs]
  const steps = values.flatMap(({ step }) => step ?? [])
  return steps.every((step) =>
    values.every(({ value }) => rational.isZero(value) || rational.compare(rational.mul(value, TWENTY), step) >= 0),
  )
}

const isSameNumber = (a: Claim, b: Claim): boolean =>
  a.token.literal === b.token.literal && rational.equals(a.value, b.value)

const TWENTY = rational.fromInteger(20)

/**
 * All lists that may be the parts of one total, and all that one share may be of, are readings of one question; which of
 * some numbers is the total is a question of its own.
 */
function mergeSame(questions: readonly Question[]): readonly Question[] {
  const merged: Question[] = []
  const known = { sum: new Map<Claim, Relation[]>(), share: new Map<Claim, Relation[]>() }
  for (const question of questions) {
    const [first] = question.readings
    const isOfOne = question.readings.every(({ target }) => target === first?.target)
    if (!isOfOne || (first?.kind !== 'sum' && first?.kind !== 'share')) {
      merged.push(question)
      continue
    }
    const former = known[first.kind].get(first.target)
    if (former !== undefined) former.push(...question.readings)
    else {
      const readings = [...question.readings]
      known[first.kind].set(first.target, readings)
      merged.push({ readings })
    }
  }
  return merged
}

/** A list that is the parts of another total, or that goes on and then adds up, is not missing anything. */
function isTold({ relation, corrections }: Broken, holding: ReadonlyMap<Claim, readonly Relation[]>): boolean {
  const [first] = relation.inputs
  if (relation.kind !== 'sum' || first === undefined) return false
  return (holding.get(first) ?? []).some(
    (one) =>
      one.kind === 'sum' &&
      relation.inputs.every((part) => one.inputs.includes(part)) &&
      ((one.tie !== 'possible' && one.inputs.includes(relation.target)) ||
        (one.inputs[0] === first && isSettledBy(relation, corrections, one))),
  )
}

/**
 * A list that begins alike and holds settles it: of the same total, or of another where no digit would mend it or the text
 * says so as surely.
 */
const isSettledBy = (relation: Relation, corrections: readonly Correction[], one: Relation): boolean =>
  (one.target === relation.target && RANK[one.tie] >= RANK.probable) ||
  corrections.length === 0 ||
  isOfAnother(relation, one)

/** The very same list makes up another total, of which the text says so as surely. */
const isOfAnother = (relation: Relation, other: Relation): boolean =>
  other.inputs.length > 2 && other.inputs.length === relation.inputs.length && RANK[other.tie] >= RANK[relation.tie]

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

/** A list that misses one total by far and another by a digit is the parts of the other. */
const isExplained = ({ relation, judged, corrections }: Broken, broken: readonly Broken[]): boolean =>
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
 * 小学1602名、初中1219名、高中634名，小学超166名…，三段合计3455名: some of the numbers in a row are the whole list. 头一年少77人，
 * …，今年少37人: two numbers whose difference is told already are not what another change is of.
 */
function isOtherwiseKept(one: Broken, holding: ReadonlyMap<Claim, readonly Relation[]>): boolean {
  const { relation } = one
  const { kind, inputs, target } = relation
  const isUnmended = one.corrections.length === 0 && one.judged.outcome === 'fails'
  if (isUnmended && isReadOtherwise(relation, holding.get(target) ?? [])) return true
  if (kind === 'each' && target.role === 'each' && isAverageKept(relation, holding.get(target) ?? [])) return true
  if (kind === 'sum') return inputs.some((_, at) => hasRunFrom(relation, at))
  const [first] = inputs
  if (kind !== 'growth' || first === undefined || !(target.role === 'change' || target.role === 'rate')) return false
  return (holding.get(first) ?? []).some(
    (one) =>
      one.kind === 'growth' &&
      one.target !== target &&
      !(isOfOwnStretch(relation) && RANK[one.tie] < RANK[relation.tie]) &&
      one.target.role === target.role &&
      one.inputs.length === inputs.length &&
      one.inputs.every((input, at) => input === inputs[at]),
  )
}

/** 初中27554万元，同比增长6.2%（2023年为25937万元）；…: where its stretch has both numbers, another's rate explains nothing. */
const isOfOwnStretch = ({ target, inputs }: Relation): boolean =>
  target.role === 'rate' &&
  inputs.some(({ role }) => role === 'base') &&
  inputs.every(({ segment, passage }) => segment === target.segment && passage === target.passage)

/** 小学1210人，初中640人，生师比分别为17.0:1和12.0:1: an average that is right of one stage was misread as another's. */
const isAverageKept = ({ target }: Relation, holding: readonly Relation[]): boolean =>
  holding.some(
    (one) => one.kind === 'each' && one.target === target && (one.tie === 'stated' || one.tie === 'probable'),
  )

/**
 * 教育支出增长6.25%，财政收入增幅4.87%，前者高1.38个百分点: what no digit would mend was misread where the number is what another
 * relation of its kind makes it, or is one of two rates whose difference is told.
 */
const isReadOtherwise = ({ kind, target }: Relation, holding: readonly Relation[]): boolean =>
  holding.some(
    (one) =>
      one.tie !== 'possible' &&
      ((one.target === target && one.kind === kind) ||
        (kind === 'growth' && one.kind === 'points' && one.target !== target) ||
        (kind === 'growth' && one.kind === 'growth' && one.target.role === 'rate' && one.inputs.includes(target))),
  )

/** At least so many items, and not all, that follow one another make up the total. */
const LEAST_RUN = 3

function hasRunFrom(relation: Relation, from: number): boolean {
  const { inputs } = relation
  for (let end = from + LEAST_RUN; end <= inputs.length; end += 1) {
    const run = inputs.slice(from, end)
    if (run.length < inputs.length && judgeRelation({ ...relation, inputs: run }).outcome === 'holds') return true
  }
  return false
}

function byClaim(relations: readonly Relation[]): ReadonlyMap<Claim, readonly Relation[]> {
  const map = new Map<Claim, Relation[]>()
  for (const relation of relations)
    for (const claim of [relation.target, ...relation.inputs]) map.set(claim, [...(map.get(claim) ?? []), relation])
  return map
}

function gradeOf(relation: Relation, judged: Judged, holding: ReadonlyMap<Claim, readonly Relation[]>): Broken[] {
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

const SELDOM = 0.005

/** Numbers that nothing confirms, though the text is built as if one followed from the others, are worth a look however small. */
const isAlone = ({ kind, tie, target, inputs }: Relation, holding: ReadonlyMap<Claim, readonly Relation[]>): boolean =>
  (kind === 'sum' || kind === 'each') &&
  (tie === 'shaped' || tie === 'likely') &&
  inputs.every(({ sentence, passage }) => passage === target.passage && Math.abs(sentence - target.sentence) <= 1) &&
  [target, ...inputs].every((one) => !holding.has(one)) &&
  (kind === 'each' ||
    (inputs.some(({ token }) => token.literal.length > 1) &&
      inputs.every((one) => one.token.unit.word === target.token.unit.word && !PARTLY.test(one.before))))

/** Some of a whole, or what was due beside what was done. */
const PARTLY = /其中|含|骨干|应|实/

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

const FAR = rational.fromInteger(5)
/** Sums that no digit mends miss their total by little. */
const FAR_SUM = rational.fromPair(5n, 4n)

const isInequality = ({ kind }: Relation): boolean => kind === 'order' || kind === 'part'

/** A correction that would spoil what otherwise holds, of what counts, explains nothing. */
function breaks(
  { claim, stated }: Correction,
  holding: ReadonlyMap<Claim, readonly Relation[]>,
  counts: (relation: Relation) => boolean,
): boolean {
  return (holding.get(claim) ?? []).some(
    (relation) =>
      judgeRelation(relation, (one) => (one === claim ? stated : one)).outcome === 'fails' && counts(relation),
  )
}

/** What no words ask for, and most numbers would keep, is no reason to believe a number that the words contradict. */
const isAccident = (one: Relation, said: Relation): boolean =>
  isShorterList(one, said) ||
  (RANK[one.tie] < RANK.probable && chanceOfNearMiss(one, judgeRelation(one).range) > COMMON)

const COMMON = 0.5

/** 毕业233名，参加中考231名，上线157名，上线率…: of two that a share may be of, the one that was told last. */
const nearness = ({ relation: { kind, inputs } }: Broken): number => (kind === 'share' ? (inputs[1]?.id ?? 0) : 0)

/** Of several readings of one place the gravest is told. */
function worst(broken: readonly Broken[]): readonly Broken[] {
  // What one digit would mend tells more than what nothing would.
  const score = ({ grade, relation, corrections }: Broken) =>
    (grade === 'wrong' ? 20 : 0) + (corrections.length > 0 ? 10 : 0) + RANK[relation.tie]
  const [first] = broken.toSorted((a, b) => score(b) - score(a) || nearness(b) - nearness(a))
  return first === undefined ? [] : [first]
}
