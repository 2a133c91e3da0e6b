import type { Claim } from './claim.ts'

/** Gives their names to numbers that have none of their own: what something rose to, and the items of a list told 分别. */
export function spreadNames(claims: readonly Claim[]): readonly Claim[] {
  const named = [...claims]
  for (const [at, claim] of claims.entries()) {
    const before = named[at - 1]
    if (claim.quantity === '' && before?.role === 'base' && before.sentence === claim.sentence) {
      named[at] = { ...claim, quantity: before.quantity }
      continue
    }
    for (const [order, name] of listedNames(claims, at).entries()) {
      const listed = named[at + order]
      if (listed !== undefined && name !== '') named[at + order] = withName(listed, name)
    }
  }
  return named
}

/** A year that stands as the name, 2023年、2024年分别为…, is the period of the number as well. */
function withName(claim: Claim, quantity: string): Claim {
  const year = /^((?:19|20)\d\d)年$/.exec(quantity)?.[1]
  return { ...claim, quantity, period: year ?? claim.period }
}

/** 小学、初中巩固率分别为100%、99.2%: as many names as numbers; the end of the last holds for all. */
function listedNames(claims: readonly Claim[], at: number): readonly string[] {
  const first = claims[at]
  const list = /(?:^|[,;:])([^,;:]+?)(?:分别|各自)[^,;、]{0,6}$/.exec(first?.before ?? '')?.[1]
  if (first === undefined || list === undefined) return []
  const names = list.split(/[、和与及]/)
  const run = claims.slice(at, at + names.length)
  const isRun = run
    .slice(1)
    .every(({ before, token }) => /^[、,和与及]$/.test(before) && token.unit.word === first.token.unit.word)
  if (names.length < 2 || run.length < names.length || !isRun) return []
  const last = names.at(-1) ?? ''
  const ending = (RATE.exec(last) ?? COUNTED.exec(last))?.[0] ?? ''
  return names.map((name) => (RATE.test(name) || COUNTED.test(name) ? name : `${name}${ending}`))
}

const RATE = /[\u4e00-\u9fff]{2}率$/
/** What is counted of every stage that a list names. */
const COUNTED = /(?:专任教师|教职工|教师|在校学生|在校生|在园幼儿|学生|幼儿|生师比|师生比|平均班额|教学班)(?:人?数)?$/
