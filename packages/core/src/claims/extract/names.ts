import { isSameUnit } from '../numbers/units.ts'
import type { Claim } from './claim.ts'
import type { Passage } from './find-claims.ts'
import { WHOLE } from './scope-words.ts'

/** Words that tell one of several like things from the others: its level, kind, turn or year. */
const MARKS =
  /幼儿园|学前|(?<!(?<!其)中)小学|初中|高中|中职|普高|职高|特殊教育|九年一贯|[一二三四五六七八九]年级|[男女]|公办|民办|普惠|农村|乡村|县城|城区|城乡|[春秋]季|[上下]半年|[上下]学期|中央|省级|市级|县级|区级|镇级|首批|第[一二三四五六七八九十]+|上年|寄宿|留守|困难|残疾|未|不|应|实|新增|以上|以下|高级|中级|一级|二级|三级|其他|其余|骨干|本科|专科/g

/** The name of a number for comparing it with others: its words without those that mark it off from like things. */
export interface Name {
  readonly words: string
  readonly marks: ReadonlySet<string>
}

/**
 * Reads the names of all numbers of a report. 教师4835人：幼儿园831人，小学1753人: an item that says nothing but what marks it
 * off counts what the number before it does.
 */
export function namesOf(passages: readonly Passage[]): ReadonlyMap<Claim, Name> {
  const names = new Map<Claim, Name>()
  for (const { claims, text, sentences } of passages)
    for (const [at, claim] of claims.entries()) {
      const own = nameOf(claim)
      const head = claims
        .slice(0, at)
        .findLast((one) => one.sentence === claim.sentence && isSameUnit(one.token.unit, claim.token.unit))
      const before = text.slice(sentences[claim.sentence]?.start ?? 0, claim.token.start)
      const words = own.words.length >= LEAST ? own.words : (head && names.get(head)?.words) || namingIn(before)
      names.set(claim, { words, marks: own.marks })
    }
  return names
}

/** Fewest characters that name anything. */
const LEAST = 2

/** The name that its own words give a number. */
export function nameOf({ quantity, near, after, token }: Pick<Claim, 'quantity' | 'near' | 'after' | 'token'>): Name {
  const noun = /^[\u4e00-\u9fff]{0,8}/.exec(after)?.[0] ?? ''
  // 93所学校: some units name what is counted.
  const own = token.unitText.length > 2 ? token.unitText.slice(1) : ''
  const said = near.length < quantity.length ? quantity : near
  return { words: namingIn(`${said} ${own}${noun}`), marks: new Set(said.match(MARKS)) }
}

const namingIn = (text: string): string => text.replace(MARKS, ' ').replace(EMPTY, ' ').replace(/ +/g, ' ').trim()

/** What names nothing. */
const EMPTY = new RegExp(
  `[^\\u4e00-\\u9fff]|[的了有为是达到约在和与及等其各均已仅将把年按]|共(?!公)|${WHOLE}|合计|总计|人数|现有`,
  'g',
)

/** So many numbers that bear one name are of as many things: 预算执行数 of every item of a budget. */
const SEVERAL = 3

/** Names that so many different numbers bear that they tell none from the others. */
export function sharedNames(names: ReadonlyMap<Claim, Name>): ReadonlySet<string> {
  const values = new Map<string, Set<string>>()
  for (const [{ token, role }, name] of names) {
    const own = values.get(keyOf(name)) ?? new Set()
    own.add(`${token.literal}${role === 'level' || role === 'plan' ? '' : role}`)
    values.set(keyOf(name), own)
  }
  return new Set([...values].filter(([, own]) => own.size >= SEVERAL).map(([key]) => key))
}

export const keyOf = ({ words, marks }: Name): string => `${words} ${[...marks].toSorted().join(' ')}`

/** The longest run of characters that two names share; 0 where marks tell them apart. */
export function sharedName(one: Name, other: Name): number {
  const isApart =
    [...one.marks].some((mark) => !other.marks.has(mark)) && [...other.marks].some((mark) => !one.marks.has(mark))
  return isApart ? 0 : Math.max(0, ...one.words.split(' ').map((run) => longestIn(run, other.words)))
}

function longestIn(run: string, text: string): number {
  let best = 0
  for (let at = 0; at < run.length; at += 1)
    while (at + best < run.length && text.includes(run.slice(at, at + best + 1))) best += 1
  return best
}
