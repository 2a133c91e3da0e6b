import type { Claim } from '../../extract/claim.ts'
import { isOfOneStage } from '../../extract/counts.ts'
import { essentialName } from '../../extract/essential-name.ts'
import type { Passage } from '../../extract/find-claims.ts'
import { isLike } from '../../extract/likeness.ts'
import { ALL_OF_ANY, WHOLE } from '../../extract/scope-words.ts'
import { averageOf } from '../made/average-of.ts'
import { shareOf } from '../made/share-of.ts'
import type { Question, Relation } from '../relation.ts'

/** How many paragraphs back what a share or a ratio is of may stand. */
const FAR = 2

/** Shares of a whole, and pupils to a teacher, where the whole or the pupils were counted a sentence or paragraph before. */
export function acrossParagraphs(passages: readonly Passage[]): readonly Question[] {
  return passages.flatMap((passage, order) => {
    const earlier = passages.slice(Math.max(0, order - FAR), order).flatMap(({ claims }) => claims)
    return passage.claims.flatMap((claim, at) => {
      if (claim.role !== 'share' && claim.token.unit.dimension !== 'ratio') return []
      const before = [...earlier, ...passage.claims.slice(0, at)]
      const relation =
        claim.token.unit.dimension === 'ratio'
          ? ratioOf(claim, before, passages.slice(Math.max(0, order - FAR), order + 1))
          : (shareOfAll(claim, before) ??
            shareOfNamed(claim, passage.claims.slice(0, at), passages.slice(0, order)) ??
            shareOfSubject(claim, before) ??
            shareAmong(passage, claim, before))
      return relation === undefined ? [] : [{ readings: [relation] }]
    })
  })
}

const OF_ALL = new RegExp(`占(?:${ALL_OF_ANY})?(?:总.{0,3}[数量]|全部)的?(?:比例|比重)?(?:为|达)?$`)

/** 幼儿园6973所。…普惠性幼儿园4747所，占总数的68.08%: the whole bears the end of the part's name. */
function shareOfAll(share: Claim, before: readonly Claim[]): Relation | undefined {
  if (share.role !== 'share' || !OF_ALL.test(share.near)) return undefined
  const part = before.findLast(({ role, passage, sentence }) => {
    return role === 'level' && passage === share.passage && sentence === share.sentence
  })
  const whole = before.findLast((one) => part !== undefined && one.id < part.id && isNameEnd(one, part))
  return part && whole && shareOf(share, part, whole, 'probable')
}

/** 15个薄弱学校改造项目…。薄弱学校改造项目开工14所，占项目学校的93%: the part's own subject is the whole. */
function shareOfSubject(share: Claim, before: readonly Claim[]): Relation | undefined {
  const part = before.at(-1)
  if (share.role !== 'share' || !/占[^,;。]{2,8}的$/.test(share.near) || part?.segment !== share.segment)
    return undefined
  const whole = before.findLast(
    (one) => one !== part && one.role === 'level' && isLike(one, part) && sharedLength(part.near, nameOf(one)) >= 6,
  )
  return whole && shareOf(share, part, whole, 'probable')
}

const nameOf = ({ near, after }: Claim): string => near + (/^[^,;。、]*/.exec(after)?.[0] ?? '')

/** The length of the longest run of characters that two texts share. */
function sharedLength(a: string, b: string): number {
  let best = 0
  for (let at = 0; at < a.length; at += 1)
    while (b.includes(a.slice(at, at + best + 1)) && at + best < a.length) best += 1
  return best
}

/** 高校专任教师7.15万人。…高校…专任教师中具有高级职称的2.36万人，占32.98%: named by words that stand apart. */
function shareAmong(passage: Passage, share: Claim, before: readonly Claim[]): Relation | undefined {
  const part = before.findLast(({ role }) => role === 'level')
  if (share.role !== 'share' || !/占$/.test(share.near) || part?.sentence !== share.sentence) return undefined
  const start = passage.sentences[share.sentence]?.start ?? 0
  const words = passage.text.slice(start, part.token.start)
  const name = /([\u4e00-\u9fff]{2,8})中(?!小学|学|职|等)/.exec(words)?.[1]?.slice(-4)
  if (name === undefined) return undefined
  const wholes = before.filter((one) => one.role === 'level' && isLike(one, part) && one.quantity.endsWith(name))
  const whole = wholes.findLast(({ quantity }) => words.includes(quantity.slice(0, -name.length).slice(-2)))
  return whole && shareOf(share, part, whole, 'probable')
}

/** 就业学生348.25万人。…个体经营36.19万人，占就业学生数的10%: by its very name, from another paragraph. */
function shareOfNamed(share: Claim, own: readonly Claim[], former: readonly Passage[]): Relation | undefined {
  const name = /占([^,;。占]{2,10}?)(?:总数|总人数|人数|总次数|总量|总额|数)?的?$/.exec(share.near)?.[1]
  if (share.role !== 'share' || name === undefined) return undefined
  const part = own.findLast(({ role, segment }) => role === 'level' && segment === share.segment)
  if (part === undefined) return undefined
  const isWhole = (one: Claim) => one.role === 'level' && isNamed(one, name) && isLike(one, part)
  for (const { claims } of former.toReversed()) {
    const whole = claims.findLast(isWhole)
    if (whole !== undefined) return shareOf(share, part, whole, 'probable')
  }
  return undefined
}

/** A short name must be all of it: 占小学总数的 is of 小学82所, not of 农村小学. */
function isNamed({ quantity }: Claim, name: string): boolean {
  const own = quantity.replace(/(?:总数|人数|数)$/, '')
  return name.length >= 3 ? own.endsWith(name) : essentialName(own) === name
}

/** Of which whole a quantity is. */
const OF_WHAT = new RegExp(`^(?:${WHOLE}|${ALL_OF_ANY})(?:共?有)?`)

function isNameEnd(whole: Claim, part: Claim): boolean {
  const [long, short] = [part.quantity, whole.quantity.replace(OF_WHAT, '')]
  return (
    whole.role === 'level' &&
    isLike(whole, part) &&
    short.length >= 2 &&
    long.length > short.length &&
    long.endsWith(short)
  )
}

/** 在园幼儿30411人。…专任教师2320人…生师比13.11:1. */
function ratioOf(ratio: Claim, before: readonly Claim[], passages: readonly Passage[]): Relation | undefined {
  if (!/[生师]师?[生]?比/.test(ratio.near)) return undefined
  const last = (words: RegExp) =>
    before.findLast((one) => one.role === 'level' && one.token.unit.dimension === 'person' && words.test(one.near))
  const pupils = last(/^(?!.*(?:其中|普惠|公办|民办|留守|随迁|寄宿)).*(?:在校|在园|学生)/)
  const teachers = last(/专任/)
  if (pupils === undefined || teachers === undefined || !isOfOneStage(passages, [pupils, teachers])) return undefined
  return averageOf(ratio, pupils, teachers, 'probable')
}
