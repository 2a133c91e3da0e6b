import { bounds } from '../../../formula/index.ts'
import type { Claim } from '../../extract/claim.ts'
import { isSameUnit } from '../../numbers/units.ts'
import { signed } from '../made/growth-rate.ts'
import { input, type Question, type Relation } from '../relation.ts'

/** 达到780元、1020元，分别比上年增加40元和60元，上年分别为740元、960元: each change is between its two numbers. */
export function seriesChanges(claims: readonly Claim[]): readonly Question[] {
  return claims.flatMap((first, at) => {
    if ((first.role !== 'change' && first.role !== 'points') || !/分别/.test(first.before)) return []
    const changes = runFrom(claims.slice(at), first, (one) => one.token.unit.word === first.token.unit.word)
    const count = changes.length
    const now = claims
      .slice(0, at)
      .filter((one) => one.sentence === first.sentence && isAmount(one, first))
      .slice(-count)
    const bases = claims
      .slice(at + count)
      .filter((one) => one.sentence === first.sentence && isAmount(one, first))
      .slice(0, count)
    if (count < 2 || now.length !== count || bases.length !== count) return []
    return changes.flatMap((change, order) => {
      const [after, before] = [now[order], bases[order]]
      return after && before ? [{ readings: [steps(after, before, { ...change, sign: first.sign }, change)] }] : []
    })
  })
}

const isAmount = (one: Claim, change: Claim): boolean =>
  ['level', 'each', 'share', 'base'].includes(one.role) &&
  (isSameUnit(one.token.unit, change.token.unit) ||
    (change.role === 'points' && one.token.unit.dimension === 'percent'))

function runFrom(claims: readonly Claim[], first: Claim, holds: (claim: Claim) => boolean): readonly Claim[] {
  const end = claims.findIndex(
    (one, at) => !holds(one) || one.sentence !== first.sentence || (at > 0 && /[,;]/.test(one.before)),
  )
  return end < 0 ? claims : claims.slice(0, end)
}

const steps = (now: Claim, base: Claim, { sign }: Claim, change: Claim): Relation => ({
  kind: 'growth',
  tie: 'stated',
  target: now,
  inputs: [base, change],
  compute: (inputs) => bounds.addBounds(input(inputs, 0), signed(input(inputs, 1), sign)),
  words: ([before, step]) => `${before} ${sign > 0 ? '+' : '−'} ${step}`,
})
