import { bounds, rational } from '../../../formula/index.ts'
import { type Claim, isExact } from '../../extract/claim.ts'
import type { Passage } from '../../extract/find-claims.ts'
import { isLike } from '../../extract/likeness.ts'
import { ownStage } from '../../extract/stage.ts'
import { chanceOfNearMiss, windowOf } from '../../judge/chance.ts'
import { judgeRelation } from '../../judge/judge-relation.ts'
import { correctionsOf } from '../../judge/one-digit.ts'
import { isSameUnit } from '../../numbers/units.ts'
import { differenceOf, distanceOf } from '../made/difference-of.ts'
import { growthByChange, growthOf } from '../made/growth-rate.ts'
import { shareOf } from '../made/share-of.ts'
import { input, percentOf, type Question, type Relation } from '../relation.ts'
import { essence, namesPart } from '../shares/share-words.ts'

/** How many numbers before one it may follow from, and how many of a kind are tried. */
const FAR = 60
const MOST = 24
/** How probably one of all that are tried would come a digit short by accident, up to which it is worth a look. */
const WORTH = 0.7
/** The same, up to which it is an error. */
const SURE = 0.1
/** How probably one of them would hold by accident. */
const TELLING = 0.2

/**
 * Shares, averages and changes that no words tell what they are of: they are held against the numbers around them, the
 * nearest first, as many as a near miss of one of them still says something.
 */
export function soughtQuestions(passages: readonly Passage[], told: readonly Question[]): readonly Question[] {
  const known = new Set(
    told.flatMap(({ readings }) =>
      readings.filter((one) => SOUGHT.has(one.target.role) && isTold(one)).map(({ target }) => target),
    ),
  )
  const wholes = wholesTold(told)
  const all = passages.flatMap(({ claims }) => claims)
  return all.flatMap((claim, at) => {
    if (
      !SOUGHT.has(claim.role) ||
      known.has(claim) ||
      claim.token.qualifier !== undefined ||
      claim.token.upTo !== undefined
    )
      return []
    const before = all.slice(Math.max(0, at - FAR), at).toReversed()
    const witnessed = claim.role === 'share' ? ofLastWhole(claim, before, wholes) : []
    const readings = soughtAmong(claim, [...witnessed, ...readingsOf(claim, before, all[at + 1])], witnessed)
    return readings.length === 0 ? [] : [{ readings }]
  })
}

const SOUGHT: ReadonlySet<Claim['role']> = new Set(['share', 'rate', 'change', 'points', 'each'])

/** Whatever holds tells what a number is of; what words surely tell is asked without seeking. */
function isTold(relation: Relation): boolean {
  const { outcome, range } = judgeRelation(relation)
  if (relation.kind === 'order' || relation.kind === 'part') return false
  if (outcome === 'holds') return relation.tie !== 'possible' || windowOf(relation, range) <= TELLING / 10
  return (relation.tie === 'stated' || relation.tie === 'probable') && correctionsOf(relation).length > 0
}

/** The first that holds; else as many as come a digit short too seldom for it to be an accident. */
function soughtAmong(claim: Claim, readings: readonly Relation[], witnessed: readonly Relation[]): readonly Relation[] {
  const judged = readings.map((relation) => ({ relation, judged: judgeRelation(relation) }))
  const holding = judged.find(({ judged: { outcome } }) => outcome === 'holds')
  if (holding !== undefined) {
    const window = windowOf(holding.relation, holding.judged.range) * (judged.indexOf(holding) + 1)
    return window <= TELLING ? [holding.relation] : []
  }
  let chance = 0
  const kept: Relation[] = []
  for (const { relation, judged: one } of judged) {
    chance += chanceOfNearMiss(relation, one.range)
    if (chance > WORTH && !(kept.length === 0 && (isOfOneRate(claim, relation) || witnessed.includes(relation)))) break
    kept.push(chance <= SURE ? { ...relation, tie: 'likely' } : relation)
  }
  return kept
}

/** What the shares that hold are of. */
function wholesTold(told: readonly Question[]): ReadonlyMap<Claim, Claim> {
  const wholes = new Map<Claim, Claim>()
  for (const { readings } of told)
    for (const relation of readings) {
      const whole = relation.inputs[1]
      const isShare = relation.kind === 'share' && relation.inputs.length === 2 && relation.tie !== 'possible'
      if (whole !== undefined && isShare && judgeRelation(relation).outcome === 'holds')
        wholes.set(relation.target, whole)
    }
  return wholes
}

/** 45岁以下占7.5%，…50岁以上2043人，占35.0%: of what the share told last in the paragraph is of. */
function ofLastWhole(share: Claim, before: readonly Claim[], wholes: ReadonlyMap<Claim, Claim>): readonly Relation[] {
  const [part] = before
  const last = before.find((one) => wholes.has(one) && one.passage === share.passage)
  const whole = last && wholes.get(last)
  if (part === undefined || whole === undefined || !/占(?:比)?$/.test(share.near)) return []
  const isPart = isAmount(part) && part.segment === share.segment && isLike(part, whole)
  return isPart && part !== whole ? [shareOf(share, part, whole, 'sought')] : []
}

/** 上线率85.53%；上年…上线率82.03%。上线率一年提高3.50个百分点: all bear the name of one rate. */
function isOfOneRate(points: Claim, { kind, inputs }: Relation): boolean {
  const name = /[\u4e00-\u9fff]{2}(?:率|占比|比例)/.exec(points.near)?.[0]
  return kind === 'points' && name !== undefined && inputs.every(({ near }) => near.includes(name))
}

function readingsOf(claim: Claim, before: readonly Claim[], next: Claim | undefined): readonly Relation[] {
  switch (claim.role) {
    case 'share':
      return shareReadings(claim, before)
    case 'rate':
      return [
        ...pairsOf(claim, before).map(([now, base]) => growthOf(claim, now, base, 'sought')),
        ...byChange(claim, before),
      ]
    case 'change':
      return pairsOf(claim, before)
        .filter(([now]) => isSameUnit(now.token.unit, claim.token.unit))
        .map(([now, base]) => changeOf(claim, now, base))
    case 'points':
      return pointReadings(claim, next === undefined ? before : [next, ...before])
    case 'each':
      return averageReadings(claim, before)
    default:
      return []
  }
}

const isAmount = ({ role, token }: Claim): boolean => ['level', 'base', 'plan', 'line'].includes(role) && isExact(token)

const isNear = (claim: Claim, one: Claim): boolean =>
  one.passage === claim.passage && claim.sentence - one.sentence <= 1

/** 没有落实的3个:甲局(落实率60%)、乙局(落实率80%): the rate of one that is named, and not of what was counted. */
const IN_BRACKETS = /[:、;,][^:、;,()]{2,}\([^()]*$/

/** A number right before the share, of one that is named as its whole or stands before. */
function shareReadings(share: Claim, before: readonly Claim[]): readonly Relation[] {
  if (/^100(?:\.0+)?$/.test(share.token.literal) || IN_BRACKETS.test(share.before)) return []
  const amounts = before.filter((one) => isAmount(one) && one.token.unit.dimension !== 'percent')
  const own = amounts.filter((one) => one.passage === share.passage && one.sentence === share.sentence)
  const isBeside = own[0]?.id === share.id - 1
  const called = amounts.filter((one) => isNear(share, one) && namesPart(share, one) === true)
  const nearest = own.length > 0 ? own.slice(0, 3) : amounts.filter((one) => isNear(share, one)).slice(0, 1)
  const parts = isBeside || called.length === 0 ? nearest : called.slice(0, 1)
  const name = essence(/占([\u4e00-\u9fff]{2,12}?)的?(?:比例|比重)?$/.exec(share.near)?.[1] ?? '')
  const isNamed = (one: Claim): boolean =>
    name.length >= 2 && essence(`${one.near}${one.after.slice(0, 8)}`).includes(name)
  return parts.flatMap((part) => {
    const wholes = amounts.filter((one) => one !== part && isLike(one, part) && mayBeWhole(one, part))
    const named = wholes.filter(isNamed)
    const readings = (named.length > 0 ? named : wholes.slice(0, MOST)).map((one) =>
      shareOf(share, part, one, 'sought'),
    )
    // Where the number right before is not the part, only many digits say that another is.
    return part === parts[0] ? readings : readings.filter(isRare)
  })
}

/** Less than its part, or of one digit as its part is, a whole tells something only where both stand together. */
function mayBeWhole(whole: Claim, part: Claim): boolean {
  const isTogether = whole.passage === part.passage && whole.sentence === part.sentence
  if (!isTogether && whole.token.literal.length + part.token.literal.length <= 2) return false
  return rational.compare(isTogether ? rational.mul(whole.value, TEN) : whole.value, part.value) >= 0
}

const isRare = (relation: Relation): boolean => chanceOfNearMiss(relation, judgeRelation(relation).range) <= RARE

const RARE = 0.03
const TEN = rational.fromInteger(10)

/** What there is now and what there was, of the numbers in the sentence and the one before. */
function pairsOf(claim: Claim, before: readonly Claim[]): readonly (readonly [Claim, Claim])[] {
  const near = before.filter(
    (one) => (isAmount(one) || one.role === 'each') && one.token.unit.dimension !== 'percent' && isNear(claim, one),
  )
  return near.slice(0, 2).flatMap((now) =>
    near
      .filter(
        (base) =>
          (base.id < now.id || NAMES_YEAR.test(base.near)) &&
          base !== now &&
          isLike(now, base) &&
          (now.role === 'each') === (base.role === 'each') &&
          rational.compare(now.value, base.value) === claim.sign &&
          !rational.isZero(base.value),
      )
      .slice(0, 3)
      .map((base) => [now, base] as const),
  )
}

/** 减少0.15万元，下降27.78%: of an amount told before, nearest first. */
function byChange(rate: Claim, before: readonly Claim[]): readonly Relation[] {
  const [change] = before
  if (change?.role !== 'change' || change.segment !== rate.segment || change.passage !== rate.passage) return []
  return before
    .filter(
      (one) =>
        one.role === 'level' &&
        isAmount(one) &&
        isSameUnit(one.token.unit, change.token.unit) &&
        one.token.unitText === change.token.unitText &&
        !rational.isZero(one.value),
    )
    .slice(0, MOST_BACK)
    .map((now) => growthByChange(rate, now, change, 'sought'))
}

const MOST_BACK = 10

/** 97人，…，2020年仅58人: what there was is told after what there is. */
const NAMES_YEAR = /^[(,]?(?:\d{4}|上|去|前)年/

const changeOf = (change: Claim, now: Claim, base: Claim): Relation =>
  change.sign > 0 ? differenceOf(change, now, base, 'sought') : differenceOf(change, base, now, 'sought')

/** Two rates around, the larger less the smaller. */
function pointReadings(points: Claim, around: readonly Claim[]): readonly Relation[] {
  const rates = around
    .filter((one) => one.role === 'share' || (one.role === 'base' && one.token.unit.dimension === 'percent'))
    .filter((one) => isNear(points, one))
    .slice(0, 4)
  return rates.flatMap((a, at) => rates.slice(at + 1).map((b) => distanceOf(points, a, b, 'sought')))
}

/** 小学每台终端对应7.5名学生: of numbers of the stage that it names, where there are any. */
function ofStage(each: Claim, chosen: readonly Claim[], all: readonly Claim[]): readonly Claim[] {
  const stage = ownStage(each)
  const own = stage === undefined ? [] : all.filter((one) => ownStage(one) === stage).slice(0, 3)
  return own.length > 0 ? own : chosen
}

const COUNTED: ReadonlySet<string> = new Set(['person', 'class', 'place', 'device', 'thing'])

/** What the last numbers of its own unit come to for each of what was counted. */
function averageReadings(each: Claim, before: readonly Claim[]): readonly Relation[] {
  const amounts = before.filter((one) => isAmount(one) && isNear(each, one))
  const isHundred = /每百/.test(each.near)
  const alike = amounts.filter(
    (one) =>
      (isSameUnit(one.token.unit, each.token.unit) || (each.token.unit.dimension === 'plain' && isHundred)) &&
      (isHundred || rational.compare(one.value, each.value) > 0),
  )
  const first = alike.findLast((one) => one.sentence === each.sentence)
  const overs = ofStage(each, [...new Set([...alike.slice(0, 2), ...(first === undefined ? [] : [first])])], alike)
  const unders = before.filter(
    (one) => isAmount(one) && COUNTED.has(one.token.unit.dimension) && !rational.isZero(one.value),
  )
  const noun = /每[名个位所]([\u4e00-\u9fff]{2})/.exec(each.near)?.[1]
  const called = unders.filter(({ near, after }) => noun !== undefined && `${near}${after.slice(0, 6)}`.includes(noun))
  return overs.flatMap((over) =>
    [...new Set([...called, ...ofStage(each, unders, unders)])]
      .filter(
        (under) =>
          under !== over && (under.token.unit.dimension !== over.token.unit.dimension || over.kind !== under.kind),
      )
      .slice(0, MOST)
      .map(
        (under): Relation => ({
          kind: 'each',
          tie: 'sought',
          target: each,
          inputs: [over, under],
          compute: (inputs) =>
            /每百/.test(each.near)
              ? percentOf(input(inputs, 0), input(inputs, 1))
              : bounds.divBounds(input(inputs, 0), input(inputs, 1)),
          words: ([a, b]) => `${a} ÷ ${b}`,
        }),
      ),
  )
}
