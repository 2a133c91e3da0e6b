import { type Claim, isExact } from '../../extract/claim.ts'
import { essentialName } from '../../extract/essential-name.ts'
import type { Passage } from '../../extract/find-claims.ts'
import { ownerOf } from '../../extract/owner.ts'
import { WHOLE } from '../../extract/scope-words.ts'
import { sameAs } from '../made/same-as.ts'
import type { Question } from '../relation.ts'

/** Longest name that still is only a kind of thing. */
const MOST_NAME = 8
const KIND = /(?:校|小学|初中|中学|高中|幼儿园|园|教学点|乡镇|街道|村|社区|教师|教职工|学生|幼儿|在校生)$/
/** Words by which a kind is only some of its own. */
const OF_ALL = new RegExp(WHOLE)
/** 全县60所小学: the number right after the whole that it is of. */
const RIGHT_AFTER_ALL = new RegExp(`${WHOLE}(?:共有?|现有|的|所有)?$`)
const SOME = /其中|新[建增]|改|扩|达标|原|撤|拟|规划|计划|部分|以上|以下|剩余|还有|尚有|另/

/**
 * 全县现有小学58所。…全县60所小学: what there is of one kind in all is told again anywhere, before its unit or after it. Both
 * must say that they are of all.
 */
export function restatedQuestions(passages: readonly Passage[]): readonly Question[] {
  const told = new Map<string, Told>()
  return passages.flatMap((passage) =>
    passage.claims.flatMap((claim) => {
      if (!isCount(claim)) return []
      const isWhole = ownerOf(passage, claim) === ''
      const name = nameOf(claim) ?? namedAfter(claim, told)
      if (name === undefined || !isWhole) return []
      const key = `${claim.token.unit.dimension} ${name}`
      const earlier = told.get(key)
      if (earlier === undefined) told.set(key, { claim, name })
      if (earlier === undefined || !isAgain(claim, earlier.claim)) return []
      return [{ readings: [{ ...sameAs(claim, earlier.claim), tie: 'stated' as const }] }]
    }),
  )
}

interface Told {
  readonly claim: Claim
  readonly name: string
}

const isCount = ({ role, token, near }: Claim): boolean =>
  role === 'level' &&
  token.unit.counted &&
  ['place', 'person'].includes(token.unit.dimension) &&
  isExact(token) &&
  token.times === undefined &&
  !SOME.test(near) &&
  OF_ALL.test(near)

/** 全县现有小学: the clause names the kind and nothing else. */
function nameOf({ near, quantity }: Claim): string | undefined {
  const name = essentialName(quantity).replace(/^各级各类/, '')
  const isPlain = name.length >= 2 && name.length <= MOST_NAME && KIND.test(name) && near.includes(name)
  return isPlain ? name : undefined
}

/** 全县60所小学: a kind that was counted before stands after the unit. */
function namedAfter({ near, after, token }: Claim, told: ReadonlyMap<string, Told>): string | undefined {
  if (!RIGHT_AFTER_ALL.test(near)) return undefined
  return [...told.values()]
    .map(({ name }) => name)
    .filter((name) => after.startsWith(name) && told.has(`${token.unit.dimension} ${name}`))
    .filter((name) => !/^[\u4e00-\u9fff]{0,2}(?:生|教师|校长|职工)/.test(after.slice(name.length)))
    .toSorted((a, b) => b.length - a.length)[0]
}

/** In another sentence, of the same year. */
const isAgain = (claim: Claim, earlier: Claim): boolean =>
  (claim.passage !== earlier.passage || claim.sentence !== earlier.sentence) && claim.period === earlier.period
