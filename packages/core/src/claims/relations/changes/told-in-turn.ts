import { rational } from '../../../formula/index.ts'
import type { Claim } from '../../extract/claim.ts'
import type { Passage } from '../../extract/find-claims.ts'
import { judgeRelation } from '../../judge/judge-relation.ts'
import { isSameUnit } from '../../numbers/units.ts'
import { averageOf } from '../made/average-of.ts'
import { growthByChange, growthOf } from '../made/growth-rate.ts'
import type { Question, Relation } from '../relation.ts'

/** Longest text between two items of one run. */
const MOST_GAP = 12
/** How many runs before those of averages may stand what they are of: the pupils, then in all, then the classes. */
const FAR_RUNS = 8

/**
 * 小学甲元、初中乙元，比上年分别增加丙元、丁元，增长戊%、己%: runs of as many numbers each, told one after another, belong
 * together item by item. What is settled so is asked in no other way.
 */
export function toldInTurn({ claims }: Passage): readonly Question[] {
  const runs = runsOf(claims)
  return [...averagesInTurn(runs), ...ratesInTurn(runs)]
}

/** 学生分别为742人、3016人，班级分别为26个、76个，平均班额分别是28.5人、39.7人. */
function averagesInTurn(runs: readonly (readonly Claim[])[]): readonly Question[] {
  return runs.flatMap((averages, at) => {
    const [first] = averages
    if (first === undefined || averages.length < 2 || !/均|班额|比/.test(first.near)) return []
    const former = runs.slice(Math.max(0, at - FAR_RUNS), at).filter((run) => run.length >= averages.length)
    const [over, under] = [former.at(-2), former.at(-1)]
    if (over === undefined || under === undefined || first.passage !== over[0]?.passage) return []
    const relations = averages.flatMap((average, order) => {
      const [a, b] = [over[order], under[order]]
      return a === undefined || b === undefined || rational.isZero(b.value) ? [] : [averageOf(average, a, b, 'likely')]
    })
    // That one of them holds shows what the others are of.
    const isShown = relations.some((one) => judgeRelation(one).outcome === 'holds')
    return relations.map((one) => ({ readings: [isShown ? { ...one, tie: 'shaped' as const } : one] }))
  })
}

function ratesInTurn(runs: readonly (readonly Claim[])[]): readonly Question[] {
  return runs.flatMap((rates, at) => {
    const [first] = rates
    if (first?.role !== 'rate' || rates.length < 2) return []
    const former = runs.slice(0, at).filter((run) => run[0]?.sentence === first.sentence)
    const [changes, levels] = [lastRun(former, 'change', rates.length), lastRun(former, 'level', rates.length)]
    const bases = lastRun(former, 'base', rates.length)
    return rates.flatMap((rate, order) => {
      const relation = ofItem({ ...rate, sign: first.sign }, rate, levels?.[order], changes?.[order], bases?.[order])
      return relation === undefined ? [] : [{ readings: [relation] }]
    })
  })
}

function ofItem(
  signed: Claim,
  rate: Claim,
  now: Claim | undefined,
  change: Claim | undefined,
  base: Claim | undefined,
): Relation | undefined {
  if (now !== undefined && change !== undefined && isSameUnit(now.token.unit, change.token.unit))
    return { ...growthByChange(signed, now, change, 'stated'), target: rate }
  if (now !== undefined && base !== undefined && isSameUnit(now.token.unit, base.token.unit))
    return { ...growthOf(signed, now, base, 'stated'), target: rate }
  return undefined
}

/** The last run of a role that has as many numbers; an amount to each is an amount, too. */
function lastRun(
  runs: readonly (readonly Claim[])[],
  role: Claim['role'],
  count: number,
): readonly Claim[] | undefined {
  return runs.findLast(
    ([first, ...rest]) => rest.length === count - 1 && first !== undefined && kindOfRole(first) === role,
  )
}

const kindOfRole = ({ role }: Claim): Claim['role'] => (role === 'each' ? 'level' : role)

/** Numbers of one unit and one role, with nothing but a name between them. */
function runsOf(claims: readonly Claim[]): readonly (readonly Claim[])[] {
  const runs: Claim[][] = []
  for (const claim of claims) {
    const run = runs.at(-1)
    const last = run?.at(-1)
    if (run !== undefined && last !== undefined && goesOn(last, claim)) run.push(claim)
    else runs.push([claim])
  }
  return runs
}

const goesOn = (last: Claim, claim: Claim): boolean =>
  last.sentence === claim.sentence &&
  kindOfRole(last) === kindOfRole(claim) &&
  last.token.unit.dimension === claim.token.unit.dimension &&
  /^[、,和与及]/.test(claim.before) &&
  claim.before.length <= MOST_GAP
