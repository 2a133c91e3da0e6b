import { rational } from '../../../formula/index.ts'
import type { Claim } from '../../extract/claim.ts'
import type { Passage } from '../../extract/find-claims.ts'
import { judgeRelation } from '../../judge/judge-relation.ts'
import { isSameUnit } from '../../numbers/units.ts'
import { shareOf } from '../made/share-of.ts'
import type { Question, Relation } from '../relation.ts'

/** How many shares must be of one whole for the others between them to be of it, too. */
const WITNESSES = 2
/** How many paragraphs back the whole may have been told. */
const FAR = 4

interface Pair {
  readonly part: Claim
  readonly share: Claim
}

/**
 * 就业学生520.54万人。…在本地就业363.01万人，占69.74%；异地就业156.37万人，占30.04%: shares that name no whole, of a number
 * told before. That two of them are of it shows that all are.
 */
export function runningWholes(passages: readonly Passage[]): readonly Question[] {
  const pairs = passages.map(({ claims }) => pairsOf(claims))
  return passages.flatMap((passage, at) => {
    const own = pairs[at] ?? []
    const told = pairs.slice(Math.max(0, at - FAR), at + 1).flat()
    if (own.length === 0 || told.length < WITNESSES) return []
    const wholes = passages.slice(Math.max(0, at - FAR), at + 1).flatMap(({ claims }) => claims.filter(isWhole))
    return wholes
      .flatMap((whole) => ofWhole(whole, told))
      .filter(({ target }) => target.passage === passage.index)
      .map((relation) => ({ readings: [relation] }))
  })
}

const isWhole = ({ role, token }: Claim): boolean => role === 'level' && token.qualifier === undefined

/** Numbers right before a share: 图书18册，占20%. */
function pairsOf(claims: readonly Claim[]): readonly Pair[] {
  return claims.flatMap((share, at) => {
    const part = claims[at - 1]
    if (share.role !== 'share' || !/占(?:比)?(?:为|达|达到|约)?$/.test(share.near) || part?.role !== 'level') return []
    return part.segment === share.segment ? [{ part, share }] : []
  })
}

function ofWhole(whole: Claim, pairs: readonly Pair[]): readonly Relation[] {
  const relations = pairs
    .filter(({ part }) => part.id > whole.id && mayBePart(part, whole))
    .map(({ part, share }) => shareOf(share, part, whole, 'probable'))
  const proofs = relations.filter((relation) => judgeRelation(relation).outcome === 'holds')
  return proofs.length < WITNESSES || proofs.length * 2 < relations.length ? besideOf(proofs, relations) : relations
}

/** Shares of one sentence are of one whole, when the first is. */
const besideOf = (proofs: readonly Relation[], relations: readonly Relation[]): readonly Relation[] =>
  relations
    .filter(({ target }) =>
      proofs.some((one) => one.target.passage === target.passage && one.target.sentence === target.sentence),
    )
    .map((relation) => ({ ...relation, tie: 'likely' }))

const mayBePart = (part: Claim, whole: Claim): boolean =>
  isSameUnit(part.token.unit, whole.token.unit) &&
  (part.kind === undefined || whole.kind === undefined || part.kind === whole.kind) &&
  !rational.isZero(whole.value)
