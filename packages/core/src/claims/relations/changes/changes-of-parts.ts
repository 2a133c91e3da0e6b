import { type Bounds, bounds } from '../../../formula/index.ts'
import type { Claim } from '../../extract/claim.ts'
import type { Passage } from '../../extract/find-claims.ts'
import { isLike } from '../../extract/likeness.ts'
import { mayHold } from '../made/quick-sum.ts'
import { type Question, type Relation, totalOf } from '../relation.ts'

/** A number with by how much it changed. */
interface Changed {
  readonly level: Claim
  readonly change: Claim | undefined
}

/** Numbers after the whole that are looked at. */
const FAR = 14

/**
 * 预算46.8万元，比上年减少3.4万元。其中接待费8.2万元，减少1.1万元；用车38.6万元，减少2.3万元；出国0万元，与上年持平: where the parts make up
 * the whole, their changes make up its change.
 */
export function changesOfParts({ claims }: Passage): readonly Question[] {
  return claims.flatMap((whole, at) => {
    const change = claims[at + 1]
    if (!isLevel(whole) || change?.role !== 'change' || !isLike(change, whole)) return []
    const rest = claims.slice(at + 2, at + FAR).filter(({ sentence }) => sentence <= whole.sentence + 1)
    const from = rest.findIndex((one) => isLevel(one) && /其中/.test(one.before))
    const parts = from < 0 ? [] : partsOf(rest.slice(from), whole)
    const changes = parts.flatMap((one) => one.change ?? [])
    if (
      changes.length < 2 ||
      !mayHold(
        whole,
        parts.map(({ level }) => level),
      )
    )
      return []
    if (parts.some((one) => one.change === undefined && !/持平|一致|没有变化/.test(one.level.after))) return []
    return [{ readings: [changeOf(change, changes)] }]
  })
}

const partsOf = (rest: readonly Claim[], whole: Claim): readonly Changed[] =>
  rest.flatMap((level, at) => {
    if (!isLevel(level) || !isLike(level, whole)) return []
    const next = rest[at + 1]
    return [{ level, change: next?.role === 'change' && isLike(next, whole) ? next : undefined }]
  })

const isLevel = ({ role, token }: Claim): boolean => role === 'level' && token.qualifier === undefined

const changeOf = (change: Claim, parts: readonly Claim[]): Relation => ({
  kind: 'sum',
  tie: 'probable',
  target: change,
  inputs: parts,
  compute: (inputs: readonly Bounds[]) =>
    totalOf(inputs.map((one, at) => (parts[at]?.sign === change.sign ? one : bounds.negateBounds(one)))),
  words: (shown) =>
    shown
      .map((one, at) => `${parts[at]?.sign === change.sign ? '+' : '−'} ${one}`)
      .join(' ')
      .replace(/^\+ /, ''),
})
