import { type Claim, isExact } from '../../extract/claim.ts'
import type { Passage } from '../../extract/find-claims.ts'
import { isLike } from '../../extract/likeness.ts'
import { shareOf } from '../made/share-of.ts'
import { shareOfSum } from '../made/share-of-sum.ts'
import type { Question, Relation } from '../relation.ts'

const RATE = /([\u4e00-\u9fff]{2})(?:率|进度|比例)(?:为|达到?)?$/
/** What is left over, right after the rate. */
const LEFT = /^,?(?:目前|现|仍|还)*(?:尚[有未缺差]|还[有差缺]|未|剩余|(?:资金)?缺口|缺额|仍有|差额)/
const LEFT_BEFORE = /^,?(?:尚|还|仍)?(?:未|缺|差)/
/** All who sat for an examination, or left a school. */
const ENTERED = /参考|报考|毕业|参加/

/**
 * 到位1180万元，…，资金到位率79.4%，资金缺口306万元; 纳入学籍467名，建档率96.09%，尚有19名: what was done, what is left, and the rate between
 * them. 597人参考，高中录取372人，职校录取198人，其中高中录取率62.3%: of the one that bears the rate's name.
 */
export function doneAndLeft({ claims }: Passage): readonly Question[] {
  return claims.flatMap((rate, at) => {
    const word = rate.role === 'share' ? RATE.exec(rate.near)?.[1] : undefined
    if (word === undefined) return []
    const before = claims.slice(Math.max(0, at - 8), at).filter((one) => isCount(one) && one.sentence === rate.sentence)
    const relation = withLeft(rate, word, before, claims[at + 1]) ?? ofEntered(rate, word, before)
    return relation === undefined ? [] : [{ readings: [relation] }]
  })
}

const isCount = ({ role, token }: Claim): boolean =>
  role === 'level' && isExact(token) && token.unit.dimension !== 'percent'

function withLeft(rate: Claim, word: string, before: readonly Claim[], left: Claim | undefined): Relation | undefined {
  if (left === undefined || !isCount(left) || left.segment !== rate.segment || !LEFT.test(left.near)) return undefined
  const named = before.findLast((one) => one.near.includes(word) && !LEFT_BEFORE.test(one.near) && isLike(one, left))
  const right = before.at(-1)
  const done = named ?? (right?.id === rate.id - 1 && isLike(right, left) ? right : undefined)
  return done && shareOfSum(rate, [done], [done, left], 'probable')
}

/** 中考597人参考，…被高中录取372人，…其中普高录取率62.3%. */
function ofEntered(rate: Claim, word: string, before: readonly Claim[]): Relation | undefined {
  const kind = /(普高|高中|中职|职高|职校|本科|专科)[\u4e00-\u9fff]{2}率/.exec(rate.near)?.[1]
  const whole = before.find(({ near, after }) =>
    ENTERED.test(`${near}${/^[\u4e00-\u9fff]{0,2}/.exec(after)?.[0] ?? ''}`),
  )
  if (kind === undefined || whole === undefined) return undefined
  const name = kind === '普高' ? '高中' : kind
  const parts = before.filter(
    (one) => one.id > whole.id && one.near.includes(word) && one.near.includes(name) && isLike(one, whole),
  )
  const [part] = parts
  return part === undefined || parts.length > 1 ? undefined : shareOf(rate, part, whole, 'probable')
}
