import { type Static, Type } from 'typebox'
import { Figure, ItemView, State } from '../assessment.ts'

const strict = { additionalProperties: false } as const

export const ReasonNotComparable = Type.Object(
  {
    code: Type.Union([
      Type.Literal('pack'),
      Type.Literal('version'),
      Type.Literal('absent'),
      Type.Literal('formula'),
      Type.Literal('input'),
      Type.Literal('unit'),
      Type.Literal('grain'),
      Type.Literal('coverage'),
      Type.Literal('missing'),
      Type.Literal('standard'),
    ]),
    text: Type.String(),
  },
  strict,
)
export type ReasonNotComparable = Static<typeof ReasonNotComparable>

export const Comparability = Type.Object(
  {
    value: Type.Boolean({ description: '数值可比' }),
    light: Type.Boolean({ description: '判断可比：数值可比，标准也没有改' }),
    reasons: Type.Array(ReasonNotComparable),
  },
  strict,
)
export type Comparability = Static<typeof Comparability>

/** One figure in two runs, or in two years of one run. */
export const ComparedFigure = Type.Object(
  {
    node: Type.String(),
    subject: Type.String(),
    before: Type.Optional(Figure),
    after: Type.Optional(Figure),
    change: Type.Optional(Type.String({ description: '后减前，显示值；不可比的没有' })),
    comparability: Comparability,
  },
  strict,
)
export type ComparedFigure = Static<typeof ComparedFigure>

/** What two runs say of the same county: items by light, figures by value. */
export const ComparisonAnswer = Type.Object(
  {
    before: Type.Object(
      {
        year: Type.Integer(),
        run: Type.Optional(Type.String({ description: '另一次评估；没有的，是本次评估文件夹中的往年数据' })),
        state: State,
        pack: Type.String(),
      },
      strict,
    ),
    figures: Type.Array(ComparedFigure),
    items: Type.Array(
      Type.Object(
        { indicator: Type.String(), before: Type.Optional(ItemView), after: ItemView },
        { ...strict, description: '逐校判断的项目；往年数据没有逐校结果的为空' },
      ),
    ),
  },
  strict,
)
export type ComparisonAnswer = Static<typeof ComparisonAnswer>

/** One figure over the years, oldest first; against the newest, what makes an older one not comparable. */
export const TrendAnswer = Type.Array(
  Type.Object(
    {
      year: Type.Integer(),
      run: Type.Optional(Type.String({ description: '出自另一次评估' })),
      figure: Figure,
      comparability: Comparability,
    },
    strict,
  ),
)
export type TrendAnswer = Static<typeof TrendAnswer>
