import { bounds } from '../../../formula/index.ts'
import type { Passage } from '../../extract/find-claims.ts'
import { isSameUnit } from '../../numbers/units.ts'
import { input, type Question } from '../relation.ts'

/** 校均2062人，是全县小学平均583人的3.5倍: how many times the number right before goes into the one before that. */
export function multiples({ claims }: Passage): readonly Question[] {
  return claims.flatMap((times, at) => {
    const [of, one] = [claims[at - 1], claims[at - 2]]
    if (
      times.token.unit.dimension !== 'times' ||
      !/^(?:\)?|[,;]?前者(?:约|大约)?(?:是|为|相当于)后者)的$/.test(times.before)
    )
      return []
    if (of === undefined || one === undefined || one.sentence !== times.sentence) return []
    if (!isSameUnit(one.token.unit, of.token.unit)) return []
    return [
      {
        readings: [
          {
            kind: 'each' as const,
            tie: 'stated' as const,
            target: times,
            inputs: [one, of],
            compute: (inputs) => bounds.divBounds(input(inputs, 0), input(inputs, 1)),
            words: ([one, of]) => `${one} ÷ ${of}`,
          },
        ],
      },
    ]
  })
}
