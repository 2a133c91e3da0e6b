import type { Likeness } from './person.ts'

/** An address as the pairs of signs that it is made of. */
export type ReadAddress = ReadonlySet<string>

const LEAST_SHARE = 0.5

/** Words for levels and numbers are left out of an address: they are written in some places and not in others. */
export function readAddress(text: string): ReadAddress {
  const plain = text
    .normalize('NFKC')
    .replace(/[省市县区旗镇乡村组号户栋室社队屯街道路]|村民|居民|委员会/g, '')
    .replace(/[\s,，.。·()（）-]/g, '')
  const pairs = new Set<string>()
  for (let at = 0; at + 1 < plain.length; at += 1) pairs.add(plain.slice(at, at + 2))
  return pairs
}

/** An address never speaks against two being one: families move. */
export function compareAddresses(left: ReadAddress, right: ReadAddress): Likeness {
  if (left.size === 0 || right.size === 0) return { degree: 0, says: '' }
  let both = 0
  for (const pair of left) if (right.has(pair)) both += 1
  const share = (2 * both) / (left.size + right.size)
  if (share === 1) return { degree: 1, says: '' }
  return share < LEAST_SHARE ? { degree: 0, says: '住址不同' } : { degree: share, says: '住址大体相同' }
}
