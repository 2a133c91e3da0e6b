import { rational } from '../../formula/index.ts'
import type { Claim } from '../extract/claim.ts'
import type { Question, Relation } from '../relations/relation.ts'
import { isLesser, isTelling, isTwoLists, maskedBy, RANK, type Told } from './answered.ts'
import { windowOf } from './chance.ts'
import { isExcused, isPartsOfAnother, toldOnce } from './excuses.ts'
import { type Broken, type ByClaim, gradeOf } from './grade.ts'
import { judgeRelation } from './judge-relation.ts'

export interface Settled {
  readonly holding: readonly Relation[]
  readonly broken: readonly Broken[]
}

/** A number less than a twentieth of what another is rounded to adds nothing to it. */
const TWENTY = rational.fromInteger(20)

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
    worst(
      failing.flatMap((one) => gradeOf(one.relation, one.judged, known)).filter((one) => !isPartsOfAnother(one, known)),
    ),
  )
  return { holding, broken: toldOnce(broken.filter((one) => !isExcused(one, known, broken))) }
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

function byClaim(relations: readonly Relation[]): ByClaim {
  const map = new Map<Claim, Relation[]>()
  for (const relation of relations)
    for (const claim of [relation.target, ...relation.inputs]) map.set(claim, [...(map.get(claim) ?? []), relation])
  return map
}

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
