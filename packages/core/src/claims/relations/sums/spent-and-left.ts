import { type Claim, isExact } from '../../extract/claim.ts'
import type { Passage } from '../../extract/find-claims.ts'
import { isLike } from '../../extract/likeness.ts'
import { chanceOfNearMiss } from '../../judge/chance.ts'
import { judgeRelation } from '../../judge/judge-relation.ts'
import { isNearSum } from '../made/quick-sum.ts'
import { shareWithRest } from '../made/share-of-sum.ts'
import { sumOf } from '../made/sum-of.ts'
import type { Question, Relation } from '../relation.ts'

const SPENT = /支出|使用|拨付|完成|执行|支付|整改|办结|到位/
const LEFT =
  /^[,;]?(?:年末|年底|尚)?(?:结转(?:下年)?|结余|剩余|尚余|余|未支出|未使用|尚未支出|其余|尚有)(?:为|有|资金|指标)*$/
const RATE = /(?:进度|[支执完整办使到][\u4e00-\u9fff]率)(?:为|达|达到)*$/
/** How many like numbers before may be all that there was. */
const FAR = 40
const FAR_PASSAGES = 8

/** 支出61942万元，支出进度93.45%，结转4342万元: the rate is of what was spent and what is left together, and so is all that there was. */
export function spentAndLeft(passages: readonly Passage[]): readonly Question[] {
  return passages.flatMap((passage, order) => {
    const { claims } = passage
    return claims.flatMap((rate, at) => {
      const [spent, left] = [claims[at - 1], claims[at + 1]]
      if (rate.role !== 'share' || !RATE.test(rate.near) || spent === undefined || left === undefined) return []
      if (!isAmount(spent) || !isAmount(left) || !SPENT.test(spent.near) || !LEFT.test(left.before)) return []
      if (spent.sentence !== rate.sentence || left.sentence !== rate.sentence || !isLike(spent, left)) return []
      const told = [
        ...passages.slice(Math.max(0, order - FAR_PASSAGES), order).flatMap((one) => one.claims),
        ...claims.slice(0, at - 1),
      ]
      const wholes = told
        .filter((one) => isAmount(one) && isLike(one, spent) && isNearSum(one, [spent, left]))
        .slice(-FAR)
        .map((whole) => allOf(whole, spent, left))
      return [
        { readings: [shareWithRest(rate, spent, left, 'probable')] },
        ...(wholes.length === 0 ? [] : [{ readings: wholes }]),
      ]
    })
  })
}

/** Numbers of many digits hardly come so near to each other by accident. */
function allOf(whole: Claim, spent: Claim, left: Claim): Relation {
  const sum = sumOf(whole, [spent, left], 'probable')
  return chanceOfNearMiss(sum, judgeRelation(sum).range) <= SELDOM ? sum : { ...sum, tie: 'likely' }
}

const SELDOM = 0.005

const isAmount = ({ role, token }: Claim): boolean => (role === 'level' || role === 'plan') && isExact(token)
