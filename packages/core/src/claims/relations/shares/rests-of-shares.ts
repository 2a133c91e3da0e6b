import type { Claim } from '../../extract/claim.ts'
import type { Passage } from '../../extract/find-claims.ts'
import { isLike } from '../../extract/likeness.ts'
import { judgeRelation } from '../../judge/judge-relation.ts'
import { sumOf } from '../made/sum-of.ts'
import type { Question, Relation } from '../relation.ts'

/** What is left when a part is taken off. */
const LEFT = /未|没|尚|还[有差缺剩]|仍|剩余|其余|余下|缺|只有|仅|不合格|不达标/

/** 纳入学籍467名，建档率96.09%，尚有19名: a share that holds tells of what the rest after it is the rest. */
export function restsOfShares(passages: readonly Passage[], asked: readonly Question[]): readonly Question[] {
  const shares = new Map<Claim, Relation>()
  for (const { readings } of asked)
    for (const relation of readings) if (isShare(relation)) shares.set(relation.target, relation)
  return passages.flatMap(({ claims }) =>
    claims.flatMap((rest, at) => {
      const share = claims[at - 1]
      const [part, whole] = (share && shares.get(share)?.inputs) ?? []
      if (part === undefined || whole === undefined || share?.segment !== rest.segment) return []
      const isSaid = LEFT.test(rest.near)
      const isRest = rest.role === 'level' && (isSaid || rest.near === '') && rest.token.qualifier === undefined
      if (!isRest || !isLike(rest, part) || part.id !== share.id - 1) return []
      return [{ readings: [sumOf(whole, [part, rest], isSaid ? 'probable' : 'likely')] }]
    }),
  )
}

const isShare = (relation: Relation): boolean =>
  relation.kind === 'share' && relation.inputs.length === 2 && judgeRelation(relation).outcome === 'holds'
