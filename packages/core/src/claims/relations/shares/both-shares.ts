import type { Claim } from '../../extract/claim.ts'
import type { Passage } from '../../extract/find-claims.ts'
import { isLike } from '../../extract/likeness.ts'
import { input, percentOf, type Question, totalOf } from '../relation.ts'

/** 一个占64.4%，一个占35.6%; 两者各占甲%、乙%. */
const EACH_OF = /^[,;]?(?:前?一[个类种者项]|另一[个类种者项]|后一[个类种者项]|[前后]者)占(?:比)?(?:为|达|约)*$/

/** 女教师2012人，男教师1113人，一个占64.4%，一个占35.6%: as many shares as numbers before them, each of all of these together. */
export function bothShares({ claims }: Passage): readonly Question[] {
  return claims.flatMap((first, at) => {
    if (!isShareOfEach(first) || isShareOfEach(claims[at - 1])) return []
    const shares = runFrom(claims, at)
    const parts = claims.slice(Math.max(0, at - shares.length), at)
    const [head] = parts
    if (shares.length < 2 || parts.length !== shares.length || head === undefined) return []
    if (!parts.every((one) => one.role === 'level' && isLike(one, head) && one.sentence === first.sentence)) return []
    return shares.flatMap((share, order) => {
      const part = parts[order]
      if (part === undefined) return []
      const others = parts.filter((one) => one !== part)
      return [
        {
          readings: [
            {
              kind: 'share' as const,
              tie: 'probable' as const,
              target: share,
              inputs: [part, ...others],
              compute: (inputs) => percentOf(input(inputs, 0), totalOf(inputs)),
              words: (shown) => `${shown[0]} ÷ (${shown.join(' + ')})`,
            },
          ],
        },
      ]
    })
  })
}

const isShareOfEach = (claim: Claim | undefined): boolean => claim?.role === 'share' && EACH_OF.test(claim.before)

function runFrom(claims: readonly Claim[], at: number): readonly Claim[] {
  const end = claims.findIndex((one, order) => order > at && !isShareOfEach(one))
  return claims.slice(at, end < 0 ? claims.length : end)
}
