import { rational } from '../../../formula/index.ts'
import { type Claim, isExact } from '../../extract/claim.ts'
import type { Passage } from '../../extract/find-claims.ts'
import { chanceOfNearMiss, windowOf } from '../../judge/chance.ts'
import { judgeRelation } from '../../judge/judge-relation.ts'
import { isNearSum, mayHold } from '../made/quick-sum.ts'
import { sumOf } from '../made/sum-of.ts'
import type { Question, Relation, Tie } from '../relation.ts'
import { familyOf } from './families.ts'

const MOST_PARTS = 10
const MOST_GAP = 22
/** How many numbers of the kind told before may be the whole of a list, and how many paragraphs back. */
const FAR = 6
const FAR_PASSAGES = 1
/** How probably one of the wholes that are tried would be one digit off by accident. */
const SURE = 0.02
const WORTH = 0.5
const TELLING = 0.1
/** A whole whose parts are known is rarely told in other parts as well. */
const TOLD = 5
/** Items that are kinds of one thing are parts of a whole more often than others. */
const KINDRED = 0.2

/**
 * 回收问卷1794份。…满意1213份、基本满意468份、一般92份、不满意21份: a list of short items of one form that makes up a stretch is
 * of one of the numbers told last, where it adds up but for a digit.
 */
export function listedBefore(passages: readonly Passage[], known: readonly Question[]): readonly Question[] {
  const whole = new Set(known.flatMap(({ readings }) => readings.filter(isWhole).map(({ target }) => target)))
  return passages.flatMap((passage, order) => {
    const told = passages.slice(Math.max(0, order - FAR_PASSAGES), order + 1).flatMap(({ claims }) => claims)
    const amounts = passage.claims.filter(({ role }) => !BESIDE.has(role))
    return runsOf(amounts).flatMap((list) => {
      const readings = ofList(list, told, whole)
      return readings.length === 0 ? [] : [{ readings }]
    })
  })
}

/** What is told of the items of a list beside how many they are. */
const BESIDE: ReadonlySet<Claim['role']> = new Set(['share', 'rate', 'points'])

/** Numbers of one unit with little between them, in one stretch or, where there are three, in one sentence. */
function runsOf(claims: readonly Claim[]): readonly (readonly Claim[])[] {
  const runs = (isOne: (last: Claim, claim: Claim) => boolean): Claim[][] => {
    const found: Claim[][] = []
    for (const [at, claim] of claims.entries()) {
      const run = found.at(-1)
      const last = run?.at(-1)
      if (
        run !== undefined &&
        last !== undefined &&
        last === claims[at - 1] &&
        isOne(last, claim) &&
        goesOn(last, claim)
      )
        run.push(claim)
      else if (isCount(claim)) found.push([claim])
    }
    return found
  }
  const stretches = runs((last, claim) => last.segment === claim.segment).filter(({ length }) => length >= 2)
  const sentences = runs((last, claim) => last.sentence === claim.sentence).filter(({ length }) => length >= 3)
  const isNew = (run: readonly Claim[]) =>
    !stretches.some(([first], at) => first === run[0] && stretches[at]?.length === run.length)
  return [...stretches, ...sentences.filter(isNew)].filter(({ length }) => length <= MOST_PARTS)
}

/** A sum that holds tells what its total is of. */
const isWhole = (relation: Relation): boolean =>
  relation.kind === 'sum' && relation.tie !== 'possible' && judgeRelation(relation).outcome === 'holds'

function ofList(list: readonly Claim[], told: readonly Claim[], whole: ReadonlySet<Claim>): readonly Relation[] {
  const [first] = list
  // 教职工78人，专任72人，工勤6人: a list that begins with its own whole.
  if (first === undefined) return []
  const isOpened = /:$/.test(first.before.slice(0, first.before.lastIndexOf(':') + 1))
  if (isOpened ? mayHold(first, list.slice(1)) : isNearSum(first, list.slice(1))) return []
  const wholes = told
    .filter((one) => one.id < first.id && isCount(one) && isOneUnit(one, first))
    .slice(-FAR)
    .filter((one) => list.every(({ value }) => rational.compare(value, one.value) < 0))
  const isFamily =
    familyOf(
      list.map(({ near }) => near),
      '',
    ) !== 'none'
  return wholes
    .filter((one) => isNearSum(one, list))
    .flatMap((one) => {
      const relation = sumOf(one, list, 'likely')
      const tie = tieOf(
        relation,
        wholes.length * (whole.has(one) ? TOLD : 1) * (isFamily ? KINDRED : 1),
        isOpened,
        list.length,
      )
      return tie === undefined ? [] : [{ ...relation, tie }]
    })
}

/** The more wholes there are, the less a sum that one digit would mend says. */
function tieOf(relation: Relation, tried: number, isOpened: boolean, length: number): Tie | undefined {
  const { outcome, range } = judgeRelation(relation)
  if (isOpened && length > 2) return 'probable'
  if (outcome === 'holds') return windowOf(relation, range) * tried <= TELLING ? 'likely' : undefined
  const chance = chanceOfNearMiss(relation, range) * tried
  return chance <= SURE ? 'likely' : chance <= (length > 2 ? WORTH : WORTH / 2) ? 'sought' : undefined
}

const isCount = ({ role, token }: Claim): boolean => role === 'level' && isExact(token) && token.unit.word !== ''

const isOneUnit = (a: Claim, b: Claim): boolean =>
  a.token.unit.word === b.token.unit.word && a.token.unitText === b.token.unitText

const goesOn = (last: Claim, claim: Claim): boolean =>
  isCount(claim) && isOneUnit(last, claim) && claim.before.length <= MOST_GAP
