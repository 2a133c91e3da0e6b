import type { Claim } from '../../extract/claim.ts'
import { isLike } from '../../extract/likeness.ts'
import { sumOf } from '../made/sum-of.ts'
import type { Fit, Rough } from './fit-pairs.ts'

/** Items of a list that the rest may end, and how far back its whole may stand. */
const MOST_PARTS = 6
const FAR = 12
const LONGEST = 9
/** Whatever is left over ends a list. */
const IS_REST = /剩|其余|余下|余为|另外|还有|尚有|结余|结存|其他/

const CLOSES = /共|合计|总|计$|计为|加起来|之和/
const OPENS = /:|其中|中,|分/
/** Numbers of so many digits are held against any list. */
const LARGE = 4

/** What a number would be as the rest of a list, or as the whole of one that stands right before or after it. */
export function listFits(own: Claim, around: readonly Rough[]): readonly Fit[] {
  if (own.role !== 'level' && own.role !== 'plan') return []
  const like = around.filter(({ claim }) => isAmount(claim) && isLike(claim, own) && isOfUnit(claim, own))
  const before = like.filter(({ claim }) => claim.id < own.id).toSorted((a, b) => b.claim.id - a.claim.id)
  const after = like.filter(({ claim }) => claim.id > own.id).toSorted((a, b) => a.claim.id - b.claim.id)
  const isLarge = own.token.literal.replace('.', '').length >= LARGE
  return [
    ...(IS_REST.test(own.near) ? restsOf(own, before) : []),
    ...(isLarge || CLOSES.test(own.near) ? wholesOf(own, before) : []),
    ...(isLarge || OPENS.test(after[0]?.claim.before ?? '') ? wholesOf(own, after) : []),
  ]
}

const isAmount = ({ role }: Claim): boolean => role === 'level' || role === 'plan'

const isOfUnit = (a: Claim, b: Claim): boolean => a.token.unit.word === b.token.unit.word

function restsOf(own: Claim, before: readonly Rough[]): readonly Fit[] {
  const fits: Fit[] = []
  for (let count = 2; count <= MOST_PARTS; count += 1)
    for (const whole of before.slice(count, FAR)) {
      const parts = before.slice(0, count)
      const value = whole.value - sumIn(parts)
      const isWithin = own.sentence - whole.claim.sentence <= 1 && whole.claim.passage === own.passage
      if (value <= 0 || !isWithin) continue
      fits.push({
        value,
        slack: [whole, ...parts].reduce((sum, { width }) => sum + width, 0),
        relation: () => sumOf(whole.claim, [...parts.map(({ claim }) => claim), own], 'sought'),
      })
    }
  return fits
}

function wholesOf(own: Claim, side: readonly Rough[]): readonly Fit[] {
  const fits: Fit[] = []
  for (let count = 3; count <= Math.min(LONGEST, side.length); count += 1) {
    const parts = side.slice(0, count)
    const slack = parts.reduce((sum, { width }) => sum + width, 0)
    const claims = parts.map(({ claim }) => claim)
    fits.push({ value: sumIn(parts), slack, relation: () => sumOf(own, claims, 'sought') })
  }
  return fits
}

const sumIn = (parts: readonly Rough[]): number => parts.reduce((sum, { value }) => sum + value, 0)
