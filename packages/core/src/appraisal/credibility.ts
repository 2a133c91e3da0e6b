import { type Static, Type } from 'typebox'
import { type Rational, rational, roundText } from '../formula/index.ts'
import { type GivenRating, isSameRating, type RatedBy, shareOf } from './given-rating.ts'

const strict = { additionalProperties: false } as const
const Count = Type.Integer({ minimum: 0 })

/** 自评可信度: how near the self-rating comes to what was verified. */
export const CredibilityView = Type.Object(
  {
    items: Count,
    same: Count,
    within: Type.Integer({ minimum: 0, description: '相差不超过允许偏差的项数（含完全一致）' }),
    over: Type.Integer({ minimum: 0, description: '自评偏高的项数' }),
    under: Type.Integer({ minimum: 0, description: '自评偏低的项数' }),
    same_share: Type.Optional(Type.String()),
    within_share: Type.Optional(Type.String()),
    mean_deviation: Type.Optional(Type.String({ description: '得分率的平均偏差，正为自评偏高' })),
    credibility: Type.Optional(Type.String({ description: '自评可信度' })),
    tolerance: Type.String({ description: '允许偏差，占满分的百分比' }),
    formula: Type.String(),
    words: Type.String(),
    note: Type.Optional(Type.String()),
  },
  strict,
)
export type CredibilityView = Static<typeof CredibilityView>

export interface SelfAndVerified {
  readonly item: RatedBy
  readonly self: GivenRating
  readonly verified: GivenRating
}

/** Fewer items than this say little about a unit; the figures are shown with that said. */
const FEW = 10

/** No document gives a formula for it; what stands here is said on every page that shows it. */
const FORMULA =
  '自评可信度 = 100% − 各项（|自评得分率 − 认定得分率|）的平均；得分率 = 得分 ÷ 满分，没有分值的项目按等级的位次折算。算法由本系统给出，国家文件没有规定（未核实）'

/** Compares item by item; items that nobody rated or verified are left out and not counted. */
export function describeCredibility(rated: readonly SelfAndVerified[], tolerance: Rational): CredibilityView {
  const gaps = rated.flatMap(({ item, self, verified }) => {
    const [a, b] = [shareOf(item, self), shareOf(item, verified)]
    return a === undefined || b === undefined
      ? []
      : [{ same: isSameRating(item, self, verified), gap: rational.sub(a, b) }]
  })
  const items = gaps.length
  const count = (wanted: (one: (typeof gaps)[number]) => boolean): number => gaps.filter(wanted).length
  const same = count((one) => one.same)
  const within = count(({ gap }) => rational.compare(rational.abs(gap), tolerance) <= 0)
  const over = count(({ gap }) => rational.sign(gap) > 0)
  const under = count(({ gap }) => rational.sign(gap) < 0)
  const shares = items > 0 && {
    same_share: percent(rational.fromPair(BigInt(same), BigInt(items))),
    within_share: percent(rational.fromPair(BigInt(within), BigInt(items))),
    mean_deviation: signed(meanOf(gaps.map(({ gap }) => gap))),
    credibility: percent(rational.sub(rational.ONE, meanOf(gaps.map(({ gap }) => rational.abs(gap))))),
  }
  return {
    items,
    same,
    within,
    over,
    under,
    ...shares,
    tolerance: percent(tolerance),
    formula: FORMULA,
    words: wordsOf({ items, same, over, under }),
    ...(items < FEW && { note: items === 0 ? '还没有可以比较的项目' : `只有 ${items} 项，项数少，只供参考` }),
  }
}

function wordsOf(counts: { items: number; same: number; over: number; under: number }): string {
  const { items, same, over, under } = counts
  if (items === 0) return '自评与认定结果还不能比较。'
  if (same === items) return `${items} 项自评与认定结果完全一致。`
  const leaning = over === under ? '偏高与偏低的项数相当' : over > under ? '总的看自评偏高' : '总的看自评偏低'
  return `${items} 项中 ${same} 项一致，${over} 项自评偏高，${under} 项自评偏低，${leaning}。`
}

const meanOf = (values: readonly Rational[]): Rational =>
  rational.div(rational.sum(values), rational.fromInteger(values.length)) ?? rational.ZERO
const percent = (share: Rational): string => `${roundText(rational.mul(share, rational.HUNDRED), 1, 'half_up')}%`
const signed = (share: Rational): string => `${rational.sign(share) > 0 ? '+' : ''}${percent(share)}`
