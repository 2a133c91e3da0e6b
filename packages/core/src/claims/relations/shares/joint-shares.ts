import { rational } from '../../../formula/index.ts'
import type { Claim } from '../../extract/claim.ts'
import type { Passage } from '../../extract/find-claims.ts'
import { isLike } from '../../extract/likeness.ts'
import { shareOfSum } from '../made/share-of-sum.ts'
import type { Question, Relation } from '../relation.ts'

/** 毕业284人，升入普高163人、职高108人，升学率95.42%: the parts together are divided. */
export function jointShares(passage: Passage): readonly Question[] {
  const { claims } = passage
  return claims.flatMap((share, at) => {
    if (share.role !== 'share' || !/率|占|比|满意度/.test(share.near)) return []
    const told = claims.slice(Math.max(0, at - 8), at).filter((one) => one.role === 'level')
    const own = told.filter((one) => one.sentence === share.sentence)
    // 返校26人，送教9人。两类合计，占推送总数的47.9%: the list is the sentence before.
    const levels = own.length > 0 ? own : told.filter((one) => one.sentence === share.sentence - 1)
    const last = levels.at(-1)
    if (last === undefined) return []
    const like = levels.filter((one) => isLike(one, last))
    const upTo = UP_TO.test(share.near) ? firstParts(share, /满意/.test(share.near) ? told : levels) : []
    return [...readingsOf(share, like), ...upTo].map((relation) => ({ readings: [relation] }))
  })
}

/** 本科及以上占, 合格率, 优良率: of the kinds of a list, the better ones. */
const UP_TO = /以上(?:学历|职称|的)*占|(?:合格|及格|优良|优秀|满意)[率度]/
/** The word for the last kind that counts, and the lowest that does not. */
const LOWEST = /不合格|不及格|不满意|未/

/** 优秀318人，良好604人，及格331人，不及格26人，合格率98.0%: all but the lowest, or as many as the words say. */
function firstParts(share: Claim, levels: readonly Claim[]): readonly Relation[] {
  // 很满意的…份、满意的…份、一般的…份: whoever finds it fair is not satisfied.
  const isSatisfied = /满意/.test(share.near)
  const last = isSatisfied
    ? levels.findIndex(({ near }) => /一般|不满意/.test(near))
    : levels.findLastIndex(({ near }) => LOWEST.test(near))
  const name = /([\u4e00-\u9fff]{2})(?:及以上|以上)/.exec(share.near)?.[1]
  const ends = name === undefined ? [last] : [levels.findLastIndex(({ near }) => near.includes(name)) + 1]
  if (/优良率/.test(share.near)) ends.splice(0, 1, levels.findLastIndex(({ near }) => near.includes('良')) + 1)
  return ends.flatMap((end) =>
    [2, 3].flatMap((count) => firstOf(share, levels, end, count, name !== undefined || last >= 0)),
  )
}

function firstOf(
  share: Claim,
  levels: readonly Claim[],
  end: number,
  count: number,
  isSure: boolean,
): readonly Relation[] {
  const parts = levels.slice(Math.max(0, end - count), end)
  const whole = levels[end - count - 1]
  const first = parts[0]
  if (parts.length < count || first === undefined || whole === undefined || rational.isZero(whole.value)) return []
  if (parts.some((one) => !isLike(one, whole)) || rational.compare(first.value, whole.value) > 0) return []
  return [shareOfSum(share, parts, [whole], isSure ? 'likely' : 'possible')]
}

/** 升学率, 占学校总数的: of all that were counted. */
const isWhole = ({ near }: Claim): boolean => /率|占[^,;]{0,6}总/.test(near)

function* readingsOf(share: Claim, like: readonly Claim[]): Generator<Relation> {
  for (let count = 2; count < Math.min(like.length, 5); count += 1) {
    const parts = like.slice(-count)
    const whole = like[like.length - count - 1]
    if (whole === undefined || rational.isZero(whole.value)) continue
    yield shareOfSum(share, parts, [whole], isWhole(share) && count === like.length - 1 ? 'likely' : 'possible')
  }
}
