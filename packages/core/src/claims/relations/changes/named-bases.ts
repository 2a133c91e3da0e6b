import type { Claim } from '../../extract/claim.ts'
import type { Passage } from '../../extract/find-claims.ts'
import { isSameUnit } from '../../numbers/units.ts'
import { differenceOf } from '../made/difference-of.ts'
import { growthOf } from '../made/growth-rate.ts'
import { sameAs } from '../made/same-as.ts'
import type { Question, Relation, Tie } from '../relation.ts'

/** 比2023年预算执行数减少, 较年初预算增加: what a change is held against, by its year and its name. */
const COMPARED = /[比较](?:((?:19|20)\d\d)年度?)?(?:的)?([\u4e00-\u9fff]{2,10}?)(?:净?增|减|提高|下降|上升|[多少]$)/
/** Less than that. */
const LESS = /(?:减|降|少)[^增多]{0,4}$/
/** 比2023年预算执行数持平, 决算数同预算数持平; 基本持平 leaves room. */
const LEVEL = /[比与同较](?:((?:19|20)\d\d)年度?)?([\u4e00-\u9fff]{2,10}?)(?<!基本|大致|大体|总体)持平/g

/**
 * 2023年执行数45.41万元，2024年安排42.60万元，比2023年执行数减少6.19%: the name after 比 tells which of the numbers before it is
 * the one that another is held against; 持平 says that both are one.
 */
export function namedBases({ claims, text }: Passage): readonly Question[] {
  const changes = claims.flatMap((change, at) => {
    const found = COMPARED.exec(change.near)
    const [, year, name] = found ?? []
    if (found === null || name === undefined || !['rate', 'change'].includes(change.role)) return []
    const subject = change.near.slice(0, found.index)
    const pair = pairBefore(claims.slice(0, at), { subject, year, name })
    if (pair === undefined || pair.now.sentence !== change.sentence) return []
    const relation = changeOf(change, pair, year === undefined ? 'stated' : 'certain')
    return relation === undefined ? [] : [{ readings: [relation] }]
  })
  const equal = [...text.matchAll(LEVEL)].flatMap(({ 1: year, 2: name = '', index: at }) => {
    const before = claims.filter(({ token }) => token.end <= at)
    const subject = /[\u4e00-\u9fff]*$/.exec(text.slice(0, at))?.[0] ?? ''
    const pair = pairBefore(before, { subject, year, name })
    if (pair === undefined || isSentenceBetween(text.slice(pair.now.token.end, at))) return []
    return [{ readings: [{ ...sameAs(pair.now, pair.base), tie: 'stated' as const }] }]
  })
  return [...changes, ...equal]
}

/** 45.41万元。支出决算同…持平: the sentence after the numbers compares them; not the next, 45.41万元。完成年初预算。支出决算同…持平. */
function isSentenceBetween(words: string): boolean {
  const afterNumbers = words.replace(/^[^。;]{0,4}[。;]/, '')
  return /[。;]/.test(afterNumbers)
}

interface Pair {
  readonly now: Claim
  readonly base: Claim
}

/** 支出决算同年初预算持平: what is compared, where it is said, and with what, of which year. */
interface Comparison {
  readonly subject: string
  readonly year: string | undefined
  readonly name: string
}

/** Of the last two numbers the one that bears the name and the year, and the other, which is called as the subject is. */
function pairBefore(before: readonly Claim[], { year, name, subject }: Comparison): Pair | undefined {
  const [first, last] = before.slice(-2)
  if (first === undefined || last === undefined || !isAmount(first) || !isAmount(last)) return undefined
  if (last.passage !== first.passage || last.sentence !== first.sentence) return undefined
  if (!isSameUnit(last.token.unit, first.token.unit)) return undefined
  const stem = name.replace(/数$/, '')
  const named = [first, last].filter(({ near }) => near.includes(stem) && (year === undefined || near.includes(year)))
  const [base] = named
  if (base === undefined || named.length > 1) return undefined
  const now = base === first ? last : first
  return now.near.includes(subject.replace(/数$/, '').slice(-2)) ? { base, now } : undefined
}

const isAmount = ({ role, token }: Claim): boolean =>
  ['level', 'plan', 'base', 'each'].includes(role) && token.unit.dimension !== 'percent' && token.upTo === undefined

function changeOf(change: Claim, { now, base }: Pair, tie: Tie): Relation | undefined {
  if (change.role === 'rate') return growthOf(change, now, base, tie)
  if (!isSameUnit(change.token.unit, now.token.unit)) return undefined
  return LESS.test(change.near) ? differenceOf(change, base, now, tie) : differenceOf(change, now, base, tie)
}
