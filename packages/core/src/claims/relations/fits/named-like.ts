import type { Claim } from '../../extract/claim.ts'

/** How many numbers of one name are looked at. */
const MOST = 4
/** Names that more numbers bear tell none from another. */
const COMMON = 12
/** Characters right before a number that may name it. */
const TAIL = 10
/** Words that name nothing. */
const EMPTY = /[^\u4e00-\u9fff]|[的了有为是达到约在和与及其等各均已仅将把年按共计比较上增加减少多提高下降长]/g

export interface NamedLike {
  /** Other numbers of the unit that share part of a number's name, the nearest first. */
  readonly of: (claim: Claim) => readonly Claim[]
}

/** Finds numbers that are called alike anywhere in a report: 人员增4886万元 with 人员93100万元 and 人员88214万元. */
export function namedLike(claims: readonly Claim[]): NamedLike {
  const byKey = new Map<string, Claim[]>()
  for (const claim of claims)
    for (const key of keysOf(claim)) {
      const former = byKey.get(key)
      if (former === undefined) byKey.set(key, [claim])
      else former.push(claim)
    }
  const of = (claim: Claim): readonly Claim[] => {
    const found = new Map<Claim, number>()
    for (const key of keysOf(claim)) {
      const own = byKey.get(key) ?? []
      if (own.length > COMMON) continue
      for (const one of own) if (one !== claim) found.set(one, (found.get(one) ?? 0) + 1)
    }
    const distance = ([one, shared]: readonly [Claim, number]) => Math.abs(one.id - claim.id) / shared
    return [...found]
      .toSorted((a, b) => distance(a) - distance(b))
      .slice(0, MOST)
      .map(([one]) => one)
  }
  return { of }
}

function keysOf({ near, token }: Claim): readonly string[] {
  const words = near.replace(EMPTY, '').slice(-TAIL)
  const pairs = Array.from({ length: Math.max(0, words.length - 1) }, (_, at) => words.slice(at, at + 2))
  return [...new Set(pairs)].map((pair) => `${token.unit.dimension} ${pair}`)
}
