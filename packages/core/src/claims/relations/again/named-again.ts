import { rational } from '../../../formula/index.ts'
import type { Claim } from '../../extract/claim.ts'
import type { Passage } from '../../extract/find-claims.ts'
import { type Name, keyOf as nameKey, namesOf, sharedName, sharedNames } from '../../extract/names.ts'
import { ownerOf } from '../../extract/owner.ts'
import { windowOf } from '../../judge/chance.ts'
import { judgeRelation } from '../../judge/judge-relation.ts'
import { correctionsOf } from '../../judge/one-digit.ts'
import { isTelling, sameAs } from '../made/same-as.ts'
import type { Question, Relation, Tie } from '../relation.ts'

/** How many numbers of the same digits, told last, are looked at. */
const MOST = 8
/** How seldom a relation that no words tell would hold by chance for its numbers to count as proved. */
const PROVING = 0.01
/** How much of a name must be the same, by how many digits the number has. */
const LEAST_LIKE: Readonly<Record<number, number>> = { 2: 2, 3: 2, 4: 1 }
const LEAST_NAME = 2
/** Names so long are hardly another's. */
const LONG_NAME = 3
/** So many digits are hardly the same by chance. */
const MANY = 4
/** 七万余名: rounded numbers are of one that bears so much of their name. */
const ROUND_NAME = 3

/**
 * 剩余29处…: a number that nothing in the report confirms, and that is one digit off from one that others confirm and
 * that is named like it, was told before and is miswritten here. Numbers that others confirm stand for themselves.
 */
export function namedAgain(passages: readonly Passage[], proved: ReadonlySet<Claim>): readonly Question[] {
  const names = namesOf(passages)
  const common = sharedNames(names)
  const told: Told = { exact: new Map(), masked: new Map(), proved: [] }
  return passages.flatMap((passage) =>
    passage.claims.flatMap((claim) => {
      const name = names.get(claim)
      if (!isTold(claim) || name === undefined) return []
      const readings = proved.has(claim) || common.has(nameKey(name)) ? [] : readingsOf(passage, claim, name, told)
      if (proved.has(claim)) remember(told, { passage, claim, name })
      return readings.length === 0 ? [] : [{ readings }]
    }),
  )
}

interface Known {
  readonly passage: Passage
  readonly claim: Claim
  readonly name: Name
}

interface Told {
  readonly exact: Map<string, Known[]>
  readonly masked: Map<string, Known[]>
  readonly proved: Known[]
}

function remember({ exact, masked, proved }: Told, known: Known): void {
  const add = (map: Map<string, Known[]>, key: string) => {
    const former = map.get(key)
    if (former === undefined) map.set(key, [known])
    else if (former.push(known) > MOST) former.shift()
  }
  add(exact, keyOf(known.claim, known.claim.token.literal))
  for (const key of maskedKeys(known.claim)) add(masked, key)
  proved.push(known)
}

/** All numbers of relations that hold, and that would not by chance. */
export function provedBy(asked: readonly Question[]): ReadonlySet<Claim> {
  const proved = new Set<Claim>()
  for (const { readings } of asked)
    for (const relation of readings)
      if (isProof(relation)) for (const claim of [relation.target, ...relation.inputs]) proved.add(claim)
  return proved
}

function isProof(relation: Relation): boolean {
  if (relation.kind === 'order' || relation.kind === 'part') return false
  const { outcome, range } = judgeRelation(relation)
  if (outcome !== 'holds' && outcome !== 'close') return false
  return (relation.tie !== 'possible' && outcome === 'holds') || windowOf(relation, range) <= PROVING
}

const isTold = ({ role, token }: Claim): boolean =>
  role !== 'line' && role !== 'base' && token.upTo === undefined && !token.inWords && digitsOf(token.literal) >= 2

const digitsOf = (literal: string): number => literal.replace('.', '').length

/** Classes are counted as 个, too. */
function keyOf({ token, kind }: Claim, literal: string): string {
  const { n, d } = rational.toPair(token.scale)
  return `${kind === 'class' ? kind : token.unit.dimension} ${n}/${d} ${literal}`
}

const maskedKeys = (claim: Claim): readonly string[] =>
  [...claim.token.literal].flatMap((digit, at) =>
    digit === '.' ? [] : [keyOf(claim, `${claim.token.literal.slice(0, at)}*${claim.token.literal.slice(at + 1)}`)],
  )

function readingsOf(passage: Passage, claim: Claim, name: Name, told: Told): readonly Relation[] {
  if (claim.token.qualifier !== undefined || isRound(claim)) {
    const rounded = roundedOf(passage, claim, name, told)
    if (rounded.length > 0 || claim.token.qualifier !== undefined) return rounded
  }
  const digits = digitsOf(claim.token.literal)
  const equal = told.exact.get(keyOf(claim, claim.token.literal)) ?? []
  if (equal.some((known) => digits >= MANY || sharedName(known.name, name) >= LEAST_NAME)) return []
  const near = maskedKeys(claim).flatMap((key) => told.masked.get(key) ?? [])
  return near
    .filter((known) => isTelling(known.claim) && isTelling(claim))
    .filter((known) => isApart(known.claim, claim) && mayBeOne(passage, claim, known))
    .flatMap((known) => {
      const like = likeness(known.name, name)
      const isEnough = like >= (LEAST_LIKE[digits] ?? 0) || (digits >= MANY && isNameless(claim))
      if (!isEnough || isBeside(passage, claim, known.claim)) return []
      return [{ ...sameAs(claim, known.claim), tie: tieOf(claim, digits, like) }]
    })
}

function tieOf({ token }: Claim, digits: number, like: number): Tie {
  const telling = token.literal.includes('.') ? digits : token.literal.replace(/0+$/, '').length
  if (telling > MANY || (telling === MANY && like >= 2) || (telling === MANY - 1 && like >= LONG_NAME))
    return 'probable'
  return 'sought'
}

/** How much of two names is the same; what marks both off from like things says as much as a word. */
function likeness(one: Name, other: Name): number {
  const shared = sharedName(one, other)
  return shared === 0 ? 0 : shared + [...one.marks].filter((mark) => other.marks.has(mark)).length
}

/** 由48216人与2871人相除. */
const isNameless = ({ near }: Claim): boolean => near.replace(/[即则由以与和及、把将对从为]/g, '').length === 0

/** 24所幼儿园开工21所: the number told before stands in the sentence already, beside another. */
const isBeside = ({ claims }: Passage, claim: Claim, one: Claim): boolean =>
  claims.some(
    ({ sentence, token }) =>
      sentence === claim.sentence && token.literal === one.token.literal && token.unit.word === one.token.unit.word,
  )

const isApart = (one: Claim, claim: Claim): boolean => one.passage !== claim.passage || one.sentence !== claim.sentence

function mayBeOne(passage: Passage, claim: Claim, known: Known): boolean {
  const one = known.claim
  if ((one.role === 'each') !== (claim.role === 'each') || (one.role === 'share') !== (claim.role === 'share'))
    return false
  if (isMotion(one) !== isMotion(claim) && digitsOf(claim.token.literal) < MANY) return false
  const [own, other] = [ownerOf(passage, claim), ownerOf(known.passage, one)]
  return own === undefined || other === undefined || own === other
}

/** By how much something changed. */
const isMotion = ({ role }: Claim): boolean => role === 'change' || role === 'rate' || role === 'points'

const isRound = ({ token }: Claim): boolean => /^[万亿]/.test(token.unitText) && digitsOf(token.literal) <= 3

/** 约3.4万名学生, of 34335人 told before; none where it is right of any of that name. */
function roundedOf(passage: Passage, claim: Claim, name: Name, told: Told): readonly Relation[] {
  const like = told.proved.filter(
    (known) =>
      known.claim.token.unit.dimension === claim.token.unit.dimension &&
      digitsOf(known.claim.token.literal) > digitsOf(claim.token.literal) &&
      mayBeOne(passage, claim, known) &&
      sharedName(known.name, name) >= ROUND_NAME,
  )
  const readings = like.map((known) => ({ ...sameAs(claim, known.claim), tie: 'sought' as const }))
  if (readings.some((one) => judgeRelation(one).outcome === 'holds')) return []
  return readings.filter((one) => correctionsOf(one).some((correction) => correction.claim === claim))
}
