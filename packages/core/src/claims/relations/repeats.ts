import type { Claim } from '../extract/claim.ts'
import type { Passage } from '../extract/find-claims.ts'
import { input, type Question, type Relation } from './relation.ts'

/** Fewest characters by which a quantity is known to be the same when it is named again. */
const LEAST_NAME = 4

/** The same quantity of the same year named twice: one value. */
export function repeatQuestions(passages: readonly Passage[]): readonly Question[] {
  const groups = new Map<string, Claim[]>()
  for (const claim of passages.flatMap(({ claims }) => claims)) {
    const key = keyOf(claim)
    if (key === undefined) continue
    const group = groups.get(key) ?? []
    group.push(claim)
    groups.set(key, group)
  }
  return [...groups.values()].flatMap((group) =>
    group.slice(1).flatMap((claim, at) => {
      const earlier = group[at]
      return earlier === undefined || isItem(claim, earlier) ? [] : [{ readings: [sameAs(claim, earlier)] }]
    }),
  )
}

/** 甲园有校车5辆；乙园有校车6辆: items of one sentence are of different owners. */
const isItem = (claim: Claim, earlier: Claim): boolean =>
  claim.passage === earlier.passage && claim.sentence === earlier.sentence

function keyOf(claim: Claim): string | undefined {
  const { quantity, role, token, period } = claim
  if (role !== 'level' && role !== 'each' && role !== 'share') return undefined
  const name = quantity.replace(/^(?:全[县市区镇乡省校]|我[县市区镇校]|[^,]{2,4}[县市区镇乡](?=.{4}))/, '')
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
