import { rational } from '../../../formula/index.ts'
import { type Claim, isExact } from '../../extract/claim.ts'
import type { Passage } from '../../extract/find-claims.ts'
import { keyOf as nameKey, namesOf, sharedName, sharedNames } from '../../extract/names.ts'
import { ownerOf } from '../../extract/owner.ts'
import { isTelling, sameAs } from '../made/same-as.ts'
import type { Question, Tie } from '../relation.ts'

/** How many numbers of the same digits, told last, are looked at. */
const MOST = 8
/** Shortest part of a name by which equal numbers are known to be one, and by which it hardly is another's. */
const LEAST_NAME = 2
const LONG_NAME = 4
/** How much of the name must be the same, by how many digits tell something, where not all of them are the same. */
const LEAST_LIKE: Readonly<Record<number, number>> = { 2: 4, 3: 3 }
/** So many digits are hardly the same by chance, whatever the number is called; with more, not even all but one. */
const LONG = 5
const PROOF = 6

/**
 * 受益学生9263人。…将受益学生9263人的膳食补助: what a report has told it names again in a summary. The more digits agree, the
 * less of the name must; where all but one do, and no other number is the same, one of the two is wrong.
 */
export function toldAgain(passages: readonly Passage[]): readonly Question[] {
  const names = namesOf(passages)
  const common = sharedNames(names)
  const isCommon = (claim: Claim): boolean => {
    const name = names.get(claim)
    return name !== undefined && common.has(nameKey(name))
  }
  const likeness = (a: Claim, b: Claim): number => {
    const [one, other] = [names.get(a), names.get(b)]
    return one === undefined || other === undefined ? 0 : sharedName(one, other)
  }
  const told = new Map<string, Claim[]>()
  const owners = new Map<Claim, string | undefined>()
  return passages.flatMap((passage) =>
    passage.claims.flatMap((claim) => {
      if (!isTold(claim)) return []
      owners.set(claim, ownerOf(passage, claim))
      const mayBe = (one: Claim, least: number): boolean =>
        mayBeSame(one, claim) && !isOther(owners.get(one), owners.get(claim)) && likeness(one, claim) >= least
      const digits = digitsOf(claim.token.literal)
      const equal = (told.get(keyOf(claim, claim.token.literal)) ?? []).filter(
        (one) => isApart(one, claim) && (digits >= LONG || mayBe(one, LEAST_NAME)),
      )
      const near =
        equal.length > 0 || isOfWhole(claim) || isCommon(claim)
          ? []
          : masked(claim).flatMap((key) => told.get(key) ?? [])
      const named = near.filter(
        (one) =>
          isApart(one, claim) &&
          isTelling(one) &&
          isTelling(claim) &&
          !isBeside(passage, claim, one) &&
          (digits >= PROOF || mayBe(one, LEAST_LIKE[digits] ?? LEAST_NAME)),
      )
      for (const key of [keyOf(claim, claim.token.literal), ...masked(claim)]) remember(told, key, claim)
      const readings = [...equal, ...named].map((one) => ({
        ...sameAs(claim, one),
        tie: tieOf(digits, likeness(one, claim)),
      }))
      return readings.length === 0 ? [] : [{ readings }]
    }),
  )
}

function remember(told: Map<string, Claim[]>, key: string, claim: Claim): void {
  const former = told.get(key)
  if (former === undefined) told.set(key, [claim])
  else if (former.push(claim) > MOST) former.shift()
}

const isTold = ({ role, token }: Claim): boolean =>
  ['level', 'each', 'share', 'plan'].includes(role) && isExact(token) && !token.inWords && digitsOf(token.literal) >= 2

/** 占支出总预算的7.9%, 占支出总预算的5.9%: what such shares name is what they are of. */
const isOfWhole = ({ role, near }: Claim): boolean => role === 'share' && /占/.test(near)

/** People are 人 and 名 in one breath; 万元 and 元 are not the same. */
function keyOf({ token }: Claim, literal: string): string {
  const { n, d } = rational.toPair(token.scale)
  return `${token.unit.dimension} ${n}/${d} ${literal}`
}

/** Its digits with one of them left out, for each of them. */
const masked = (claim: Claim): readonly string[] => {
  const { literal } = claim.token
  return [...literal].flatMap((digit, at) =>
    digit === '.' ? [] : [keyOf(claim, `${literal.slice(0, at)}*${literal.slice(at + 1)}`)],
  )
}

/** Zeros at the end of a whole number may only be round. */
const digitsOf = (literal: string): number =>
  literal.includes('.') ? literal.length - 1 : literal.replace(/0+$/, '').length

function tieOf(digits: number, likeness: number): Tie {
  if (digits >= LONG - 1 || (digits === LONG - 2 && likeness >= LONG_NAME)) return 'probable'
  return digits === LONG - 2 ? 'shaped' : 'sought'
}

const isOther = (a: string | undefined, b: string | undefined): boolean => a !== undefined && b !== undefined && a !== b

const isApart = (one: Claim, claim: Claim): boolean =>
  one.passage !== claim.passage ||
  one.sentence !== claim.sentence ||
  (one.segment !== claim.segment && digitsOf(claim.token.literal) >= LONG - 1)

/** 24所幼儿园开工21所: the number told before stands in the sentence already, beside another. */
const isBeside = ({ claims }: Passage, claim: Claim, one: Claim): boolean =>
  claims.some(
    ({ sentence, token }) =>
      sentence === claim.sentence && keyOf(claim, token.literal) === keyOf(one, one.token.literal),
  )

/** 整改率 and 落实率 are two rates, however alike the rest of their names is. */
const RATE = /([\u4e00-\u9fff]{2})率(?:为|达到?)?$/
/** …养老支出(款)事业单位离退休(项)1.73万元: of a budget the last name tells the items apart. */
const ITEM = /([^()]+)\(项\)["”]?$/

/** Both are named by a pattern, and not alike. */
function areNamedApart(name: RegExp, one: Claim, claim: Claim): boolean {
  const [a, b] = [one, claim].map(({ near }) => name.exec(near)?.[1])
  return a !== undefined && b !== undefined && a !== b
}

function mayBeSame(one: Claim, claim: Claim): boolean {
  if (areNamedApart(RATE, one, claim) || areNamedApart(ITEM, one, claim)) return false
  if ((one.role === 'each') !== (claim.role === 'each') || (one.role === 'share') !== (claim.role === 'share'))
    return false
  return one.period === claim.period || [one, claim].some(({ period }) => period === undefined || period === 'current')
}
