import { rational } from '../../../formula/index.ts'
import { type Claim, isExact } from '../../extract/claim.ts'
import type { Passage } from '../../extract/find-claims.ts'
import { shareOf } from '../made/share-of.ts'
import type { Question } from '../relation.ts'

/** 占镇级教育投入的45.3%. */
const OF = /占([\u4e00-\u9fff]{4,10}?)的?(?:比例|比重)?(?:为|达)?$/

/**
 * 镇本级投入教育资金215.6万元。…需97.68万元，占镇级教育投入的45.3%: the whole is told in the same words, whatever their order, and no
 * other amount is.
 */
export function wholeByLetters(prose: readonly Passage[]): readonly Question[] {
  const amounts = prose.flatMap(({ claims }) => claims.filter(isAmount))
  return prose.flatMap(({ claims }) =>
    claims.flatMap((share, at) => {
      const part = claims[at - 1]
      const name = share.role === 'share' ? OF.exec(share.near)?.[1] : undefined
      if (name === undefined || part === undefined || !isAmount(part) || part.segment !== share.segment) return []
      const letters = [...new Set(name)]
      const named = amounts.filter(
        (one) => one !== part && one.id < share.id && letters.every((letter) => one.near.includes(letter)),
      )
      const [whole] = named
      if (whole === undefined || named.some((one) => !rational.equals(one.value, whole.value))) return []
      return [{ readings: [shareOf(share, part, whole, 'probable')] }]
    }),
  )
}

const isAmount = ({ role, token }: Claim): boolean =>
  role === 'level' && token.unit.dimension === 'money' && isExact(token)
