import { bounds } from '../../../formula/index.ts'
import type { Claim } from '../../extract/claim.ts'
import type { Passage } from '../../extract/find-claims.ts'
import { ownStage, type Stage } from '../../extract/stage.ts'
import type { StageTotals } from '../../extract/stage-totals.ts'
import { input, type Question, type Relation } from '../relation.ts'

/** How many numbers around an amount its rate may stand. */
const FAR = 12

/**
 * 小学720元、初中940元，以在校生数测算，小学、初中所需资金分别为3789.36万元、2231.56万元: so much for each pupil of a stage, and all the
 * pupils of it that the report counts.
 */
export function stageProducts(prose: readonly Passage[], totals: StageTotals): readonly Question[] {
  return prose.flatMap(({ claims }) =>
    claims.flatMap((amount, at) => {
      const stage = stageOfMoney(amount)
      if (stage === undefined || amount.role === 'each' || amount.token.unitText === '元') return []
      const around = claims.slice(Math.max(0, at - FAR), at)
      const rate = around.findLast((one) => one.token.unitText === '元' && stageOfMoney(one) === stage)
      const pupils = totals.totalsOf('pupil', stage).flatMap((total) => (total.length === 1 ? total : []))
      if (rate === undefined || pupils.length === 0) return []
      return [{ readings: pupils.map((count) => productOf(amount, count, rate)) }]
    }),
  )
}

const stageOfMoney = ({ token, quantity, near }: Claim): Stage | undefined =>
  token.unit.dimension === 'money' ? (ownStage({ near: quantity }) ?? ownStage({ near })) : undefined

const productOf = (amount: Claim, count: Claim, rate: Claim): Relation => ({
  kind: 'each',
  tie: 'likely',
  target: amount,
  inputs: [count, rate],
  compute: (inputs) => bounds.mulBounds(input(inputs, 0), input(inputs, 1)),
  words: ([a, b]) => `${a} × ${b}`,
})
