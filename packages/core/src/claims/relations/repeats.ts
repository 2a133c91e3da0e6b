import type { Claim } from '../extract/claim.ts'
import { essentialName } from '../extract/essential-name.ts'
import type { Passage } from '../extract/find-claims.ts'
import { ownerOf } from '../extract/owner.ts'
import { input, type Question, type Relation } from './relation.ts'

/** Fewest characters by which a quantity is known to be the same when it is named again. */
const LEAST_NAME = 4

/** The same quantity of the same year and owner named twice: one value. */
export function repeatQuestions(passages: readonly Passage[]): readonly Question[] {
  const groups = new Map<string, Named[]>()
  for (const passage of passages)
    for (const claim of passage.claims) {
      const key = keyOf(claim)
      if (key === undefined) continue
      const group = groups.get(key) ?? []
      group.push({ claim, owner: ownerOf(passage, claim) })
      groups.set(key, group)
    }
  return [...groups.values()].flatMap((group) =>
    group.slice(1).flatMap((again, at) => {
      const earlier = group[at]
      return earlier === undefined || isOther(again, earlier)
        ? []
        : [{ readings: [sameAs(again.claim, earlier.claim)] }]
    }),
  )
}

interface Named {
  readonly claim: Claim
  readonly owner: string | undefined
}

/** 甲园有校车5辆；乙园有校车6辆: items of one sentence, and what two townships did, are of different owners. */
function isOther({ claim, owner }: Named, earlier: Named): boolean {
  if (claim.passage === earlier.claim.passage && claim.sentence === earlier.claim.sentence) return true
  if (owner === earlier.owner) return false
  // Meetings and visits are held by whoever reports them.
  return claim.token.unit.dimension === 'visit' || (owner !== undefined && earlier.owner !== undefined)
}

function keyOf(claim: Claim): string | undefined {
  const { quantity, role, token, period } = claim
  if (role !== 'level' && role !== 'each' && role !== 'share') return undefined
  const name = essentialName(quantity).replace(/^[^,]{2,4}[县市区镇乡](?=.{4})/, '')
  if (
    name.length < LEAST_NAME ||
    token.upTo !== undefined ||
    period === 'masked' ||
    /每|新增|完成|投入|发放|资助|培训|招聘|补充|奖励/.test(name)
  )
    return undefined
  return [name, role, token.unit.dimension, period ?? ''].join('|')
}

export const sameAs = (claim: Claim, earlier: Claim): Relation => ({
  kind: 'same',
  tie: claim.passage === earlier.passage ? 'possible' : 'likely',
  target: claim,
  inputs: [earlier],
  compute: (inputs) => input(inputs, 0),
  words: ([other]) => `前文同一项目为 ${other}`,
})
