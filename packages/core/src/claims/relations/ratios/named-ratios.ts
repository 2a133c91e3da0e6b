import { type Bounds, bounds, rational } from '../../../formula/index.ts'
import { type Claim, isExact } from '../../extract/claim.ts'
import type { Passage } from '../../extract/find-claims.ts'
import { isLike } from '../../extract/likeness.ts'
import { input, percentOf, type Question } from '../relation.ts'

/** Ratios that are called after both their sides, with the words that each side is told in. */
const RATIOS: readonly (readonly [RegExp, RegExp, RegExp])[] = [
  [/男女(?:生|教师)?(?:人数)?(?:之?比|比例)|性别比/, /男/, /女/],
  [/普职(?:学生|招生)?(?:人数)?(?:之?比|比例)/, /普通?高/, /中职|中等职业|职高|职业/],
]
/** How many numbers back either side may be told. */
const FAR = 12

/** 男生5135人、女生2868人，男女比例为1.8:1; 性别比（以女性为100）为105.07. */
export function namedRatios(passages: readonly Passage[]): readonly Question[] {
  const all = passages.flatMap(({ claims }) => claims)
  return all.flatMap((ratio, at) => {
    const words = ratio.before.slice(-40)
    const found = RATIOS.find(([name]) => name.test(words))
    const isHundred = ratio.token.unit.dimension === 'plain' && /性别比/.test(words)
    if (found === undefined || !(ratio.token.unit.dimension === 'ratio' || isHundred)) return []
    const before = all.slice(Math.max(0, at - FAR), at).filter(isCount)
    const under = before.findLast(({ near }) => found[2].test(near) && !found[1].test(near))
    const over = before.findLast((one) => found[1].test(one.near) && under !== undefined && isLike(one, under))
    if (over === undefined || under === undefined || over === under || rational.isZero(under.value)) return []
    return [
      {
        readings: [
          {
            kind: 'each' as const,
            tie: 'probable' as const,
            target: ratio,
            inputs: [over, under],
            compute: (inputs: readonly Bounds[]) =>
              isHundred
                ? percentOf(input(inputs, 0), input(inputs, 1))
                : bounds.divBounds(input(inputs, 0), input(inputs, 1)),
            words: ([a, b]: readonly string[]) => `${a} ÷ ${b}`,
          },
        ],
      },
    ]
  })
}

const isCount = ({ role, token }: Claim): boolean =>
  role === 'level' && token.unit.dimension === 'person' && isExact(token)
