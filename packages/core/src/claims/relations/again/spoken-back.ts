import { type Claim, isExact } from '../../extract/claim.ts'
import type { Passage } from '../../extract/find-claims.ts'
import { type Name, keyOf as nameKey, nameOf, namesOf, sharedName, sharedNames } from '../../extract/names.ts'
import { ownerOf } from '../../extract/owner.ts'
import { stageOf } from '../../extract/stage.ts'
import type { Dimension } from '../../numbers/units.ts'
import { sameAs } from '../made/same-as.ts'
import type { Question } from '../relation.ts'

/** Words before a number by which the text speaks of what it has told: 紧盯剩余16个, 在现有268人, 评为一般课的16节. */
const BACK =
  /(?:^|[,;。:、和及])(?:(?:\(?[一二三四五六七八九十\d]+[)、.])?(?:是|要|继续|我镇|我县|我校)*(?:对|把|将|向|就|盯[牢住紧]|紧盯|聚焦|围绕|针对|立足|为|让|使|在|以|这|上述|现有|全部|所有|确保|推动|督促))[^,;。]*$|[\u4e00-\u9fff]{2}的$/
/** Words after it: 59所学校全部实行, 31名教师中, 53人次的基础上. */
const BACK_AFTER =
  /^[\u4e00-\u9fff()"“”]{0,12}?(?:全部|均|都|一律|逐一|逐个|中[,的]|的?基础上)|^[\u4e00-\u9fff]{0,4}的(?!比|占)[\u4e00-\u9fff]/
/** Whom or what a paper is about. */
const ABOUT = /(?:对象|范围)[^;。]*$/
/** What is left over, whatever it is called. */
const LEFT = /剩余|余下|其余|遗留|尚[有未余差缺]|还[有差缺剩]|未|缺口|滞后|不(?:达标|合格|足)/
/** Shortest part of a name by which a small number is known to be one told elsewhere. */
const LEAST_NAME = 2

/**
 * 余下2处。…余下2处隐患治理不理想: a number that the text speaks of as known — all of them, those that are left, those called so —
 * is one that it tells elsewhere, where others confirm it, of the same unit and name.
 */
export function spokenBack(passages: readonly Passage[], proved: ReadonlySet<Claim>): readonly Question[] {
  const names = namesOf(passages)
  const common = sharedNames(names)
  const known = passages.flatMap((passage) =>
    passage.claims.flatMap((claim) => {
      const name = names.get(claim)
      return proved.has(claim) && isCount(claim) && name !== undefined ? [{ passage, claim, name }] : []
    }),
  )
  return passages.flatMap((passage) =>
    passage.claims.flatMap((claim) => {
      const name = ownName(claim) ?? names.get(claim)
      if (proved.has(claim) || !isCount(claim) || name === undefined || !isSpokenBack(passage, claim)) return []
      const told = toldAs({ passage, claim, name }, known, common.has(nameKey(name)))
      return told === undefined ? [] : [{ readings: [{ ...sameAs(claim, told), tie: 'sought' as const }] }]
    }),
  )
}

interface Known {
  readonly passage: Passage
  readonly claim: Claim
  readonly name: Name
}

/** 调研不够，19所学校没有全部走到: the clause before names nothing of it. */
const ownName = ({ near, after, token }: Claim): Name | undefined =>
  near === '' ? nameOf({ near, after, token, quantity: '' }) : undefined

const isCount = ({ role, token }: Claim): boolean =>
  (role === 'level' || role === 'plan') &&
  (token.unit.counted || token.unit.word === '') &&
  token.unit.dimension !== 'money' &&
  isExact(token) &&
  !token.inWords &&
  /^\d{1,4}$/.test(token.literal)

function isSpokenBack({ text, sentences, claims }: Passage, claim: Claim): boolean {
  const before = text.slice(sentences[claim.sentence]?.start ?? 0, claim.token.start)
  return BACK.test(before) || ABOUT.test(before) || BACK_AFTER.test(claim.after) || isLeft(claims, claim)
}

/** 剩余16个项目和8220个学位: both are left. */
function isLeft(claims: readonly Claim[], claim: Claim): boolean {
  if (LEFT.test(claim.near)) return true
  const last = claims.find(({ id }) => id === claim.id - 1)
  return last !== undefined && /^[\u4e00-\u9fff]{0,6}[和与及、]$/.test(claim.before) && LEFT.test(last.near)
}

/** The one number that it must be, one digit off; none where any of that name is the same, or where two are as like. */
function toldAs(own: Known, known: readonly Known[], isCommon: boolean): Claim | undefined {
  const like = known
    .filter((one) => isApart(one.claim, own.claim) && isOneUnit(one.claim, own.claim))
    .filter((one) => isOneOwner(one, own) && isOneStage(one, own))
    .map((one) => ({ claim: one.claim, likeness: likenessOf(one, own, isCommon) }))
    .filter(({ likeness }) => likeness >= LEAST_NAME)
  if (like.some(({ claim }) => claim.token.literal === own.claim.token.literal)) return undefined
  const near = like.filter((one) => isOneDigitOff(own.claim, one.claim))
  const best = Math.max(...near.map(({ likeness }) => likeness))
  const told = near.filter(({ likeness }) => likeness === best).map(({ claim }) => claim)
  const [first] = told
  return first === undefined || told.some(({ token }) => token.literal !== first.token.literal) ? undefined : first
}

const isOneDigitOff = ({ token: a }: Claim, { token: b }: Claim): boolean =>
  a.literal.length === b.literal.length && [...a.literal].filter((digit, at) => digit !== b.literal[at]).length === 1

const isApart = (one: Claim, claim: Claim): boolean => one.passage !== claim.passage || one.sentence !== claim.sentence

/** 培训人次在53的基础上: a bare number says its unit before. */
function isOneUnit(one: Claim, claim: Claim): boolean {
  const [a, b] = [one.token.unit, claim.token.unit]
  if (a.word === b.word) return a.word !== '' || one.near.endsWith(claim.near)
  if (a.word === '' || b.word === '') return `${one.near} ${claim.near}`.includes(a.word + b.word)
  // 2份 and 7个 are too small to be one thing under two measure words.
  if (one.token.literal.length < 2) return false
  return a.dimension === b.dimension && (one.kind === claim.kind || one.kind === undefined || claim.kind === undefined)
}

function isOneOwner(one: Known, own: Known): boolean {
  const [a, b] = [one, own].map(({ passage, claim }) => ownerOf(passage, claim))
  return !a || !b || a === b
}

/** 小学42所学校全部达标 says nothing of 初中12所: whatever is counted by stages is told of one stage. */
function isOneStage(one: Known, own: Known): boolean {
  if (!BY_STAGE.has(own.claim.token.unit.dimension)) return true
  return stageOf(one.passage, one.claim) === stageOf(own.passage, own.claim)
}

const BY_STAGE: ReadonlySet<Dimension> = new Set(['place', 'person', 'class'])

/** How much of the names is the same; what is left over is so on both sides or on none. */
function likenessOf(one: Known, own: Known, isCommon: boolean): number {
  const [a, b] = [one, own].map(({ passage, claim }) => isLeft(passage.claims, claim))
  if (a !== b) return 0
  const shared = sharedName(one.name, own.name)
  if (a === true) return LEAST_NAME + shared
  if (shared === 0 && isMarkedAlike(one.name, own.name)) return LEAST_NAME
  return isCommon ? 0 : shared
}

/** 初中寄宿生735人: what marks both off says as much as a word. */
const isMarkedAlike = ({ marks: a }: Name, { marks: b }: Name): boolean =>
  a.size >= LEAST_NAME && a.size === b.size && [...a].every((mark) => b.has(mark))
