import { rational } from '../../formula/index.ts'
import type { Claim } from '../extract/claim.ts'
import type { Passage } from '../extract/find-claims.ts'
import { isLike } from '../extract/likeness.ts'
import { input, percentOf, type Question, type Relation, totalOf } from './relation.ts'

/** 毕业284人，升入普高163人、职高108人，升学率95.42%: the parts together are divided. */
export function jointShares(passage: Passage): readonly Question[] {
  const { claims } = passage
  return claims.flatMap((share, at) => {
    if (share.role !== 'share' || !/率|占|比/.test(share.near)) return []
    const levels = claims
      .slice(Math.max(0, at - 8), at)
      .filter((one) => one.role === 'level' && one.sentence === share.sentence)
    const last = levels.at(-1)
    if (last === undefined) return []
    const like = levels.filter((one) => isLike(one, last))
    return [...readingsOf(share, like)].map((relation) => ({ readings: [relation] }))
  })
}

/** 升学率, 占学校总数的: of all that were counted. */
const isWhole = ({ near }: Claim): boolean => /率|占[^,;]{0,6}总/.test(near)

function* readingsOf(share: Claim, like: readonly Claim[]): Generator<Relation> {
  for (let count = 2; count < Math.min(like.length, 5); count += 1) {
    const parts = like.slice(-count)
    const whole = like[like.length - count - 1]
    if (whole === undefined || rational.isZero(whole.value)) continue
    yield {
      kind: 'share',
      tie: isWhole(share) && count === like.length - 1 ? 'likely' : 'possible',
      target: share,
      inputs: [...parts, whole],
      compute: (inputs) => percentOf(totalOf(inputs.slice(0, -1)), input(inputs, inputs.length - 1)),
      words: (shown) => `(${shown.slice(0, -1).join(' + ')}) ÷ ${shown.at(-1)}`,
    }
  }
}
