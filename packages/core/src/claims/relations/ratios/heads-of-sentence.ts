import { bounds } from '../../../formula/index.ts'
import type { Claim } from '../../extract/claim.ts'
import type { Passage } from '../../extract/find-claims.ts'
import { mayHold } from '../made/quick-sum.ts'
import { input, type Question, type Relation } from '../relation.ts'

/** 培训6240人次，其中线下2180人次、线上4060人次，投入312万元，人均500元: of all, and not of the parts told in between. */
export function headsOfSentence({ claims }: Passage): readonly Question[] {
  return claims.flatMap((mean, at) => {
    const total = claims[at - 1]
    if (!/人均$|^[,、]?(?:平均)?每人$/.test(mean.near) || mean.token.unit.dimension !== 'money') return []
    if (total?.token.unit.dimension !== 'money' || total.segment !== mean.segment || total.role !== 'level') return []
    const heads = claims.slice(0, at - 1).filter((one) => one.sentence === mean.sentence && isHead(one))
    const [all, ...parts] = heads
    if (all === undefined || parts.length < 2 || !/其中/.test(parts[0]?.before ?? '') || !mayHold(all, parts)) return []
    return [{ readings: [eachOf(mean, total, all)] }]
  })
}

const isHead = ({ role, token }: Claim): boolean =>
  role === 'level' && (token.unit.dimension === 'person' || token.unit.dimension === 'visit')

const eachOf = (mean: Claim, total: Claim, all: Claim): Relation => ({
  kind: 'each',
  tie: 'probable',
  target: mean,
  inputs: [total, all],
  compute: (inputs) => bounds.divBounds(input(inputs, 0), input(inputs, 1)),
  words: ([a, b]) => `${a} ÷ ${b}`,
})
