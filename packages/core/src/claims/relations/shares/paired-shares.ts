import type { Claim } from '../../extract/claim.ts'
import { judgeRelation } from '../../judge/judge-relation.ts'
import { isSameUnit } from '../../numbers/units.ts'
import { shareOf } from '../made/share-of.ts'
import { sumOf } from '../made/sum-of.ts'
import { input, percentOf, type Question, type Relation, totalOf } from '../relation.ts'

const isPart = ({ role }: Claim): boolean => role === 'level' || role === 'plan'

/** 小学1800人、初中1445人，分别占55.47%、44.53%: the first share is of the first number, and so on. */
export function pairedShares(claims: readonly Claim[], anchors: ReadonlyMap<Claim, Claim>): readonly Question[] {
  return claims.flatMap((first, at) => {
    if (first.role !== 'share' || !/分别/.test(first.before)) return []
    const shares = runOf(claims.slice(at), first.sentence)
    const former = claims.slice(0, at).filter(isPart)
    const own = former.filter((one) => one.sentence === first.sentence)
    // 高级31名，中级58名，初级49名。三类占比分别为…: the list is the sentence before.
    const before = own.length > 0 ? own : former.filter((one) => one.sentence === first.sentence - 1)
    const parts = before.slice(-shares.length)
    if (shares.length < 2 || parts.length !== shares.length) return []
    const earlier = claims.slice(Math.max(0, at - 14), at).filter((one) => isPart(one) && !parts.includes(one))
    return shares.flatMap((share, order) => {
      const part = parts[order]
      if (part === undefined) return []
      const wholes = earlier.filter((one) => isSameUnit(one.token.unit, part.token.unit))
      const anchor = anchors.get(part)
      const readings = wholes.map((whole) =>
        shareOf(share, part, whole, whole === anchor ? 'stated' : isAllOf(whole, parts) ? 'probable' : 'likely'),
      )
      const listed = listsBefore(claims, parts).flatMap((list) => list[order] ?? [])
      const across = listed
        .filter((whole) => isSameUnit(whole.token.unit, part.token.unit))
        .map((whole) => shareOf(share, part, whole, 'stated'))
      // 入学率和巩固率分别为100%和100% are of numbers of their own.
      if (/率/.test(first.near)) return across.length === 0 ? [] : [{ readings: across }]
      return [{ readings: [...across, ...readings, ofAll(share, parts, order)] }]
    })
  })
}

function runOf(claims: readonly Claim[], sentence: number): readonly Claim[] {
  const end = claims.findIndex((one) => one.role !== 'share' || one.sentence !== sentence)
  return end < 0 ? claims : claims.slice(0, end)
}

/** Lists of as many numbers told one by one before: 支出分别为甲、乙、丙，拨款分别为丁、戊、己，占支出的…. */
function listsBefore(claims: readonly Claim[], parts: readonly Claim[]): readonly (readonly Claim[])[] {
  const [head] = parts
  const before = claims.filter(({ id, role }) => head !== undefined && id < head.id && role === 'level')
  return before.flatMap((first, at) => {
    if (!/分别/.test(first.before)) return []
    const list = before.slice(at, at + parts.length)
    return list.length === parts.length && list.slice(1).every((one) => /^[、,和与]/.test(one.before)) ? [list] : []
  })
}

const isAllOf = (whole: Claim, parts: readonly Claim[]): boolean =>
  judgeRelation(sumOf(whole, parts, 'possible')).outcome === 'holds'

/** The parts together are the whole. */
const ofAll = (share: Claim, parts: readonly Claim[], order: number): Relation => ({
  kind: 'share',
  tie: /项|类|者|占/.test(share.near) ? 'probable' : 'likely',
  target: share,
  inputs: parts,
  compute: (inputs) => percentOf(input(inputs, order), totalOf(inputs)),
  words: (shown) => `${shown[order]} ÷ (${shown.join(' + ')})`,
})
