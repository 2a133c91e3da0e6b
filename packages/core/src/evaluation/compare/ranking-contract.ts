import { type Static, Type } from 'typebox'
import { Figure, ItemView, State } from '../assessment.ts'

const strict = { additionalProperties: false } as const

const Place = {
  rank: Type.Optional(Type.Integer({ description: '名次，相同的并列；没有的不排名' })),
  tied: Type.Boolean(),
  unranked: Type.Optional(
    Type.Union([Type.Literal('missing'), Type.Literal('few'), Type.Literal('different'), Type.Literal('several')], {
      description:
        '不排名的原因：missing 没有数值，few 所依据的太少，different 标准包或年度不同，several 分学段各有数值',
    }),
  ),
}

/** Townships, or schools of one kind, in the order of one indicator. */
export const RankingAnswer = Type.Object(
  {
    direction: Type.Optional(
      Type.Union([Type.Literal('higher'), Type.Literal('lower')], {
        description: '高者在前还是低者在前；标准没有高低方向的，不排名',
      }),
    ),
    least: Type.Integer({ description: '不足这么多，不排名' }),
    rows: Type.Array(
      Type.Object(
        {
          key: Type.String(),
          name: Type.String(),
          shown: Type.String(),
          /** The figure itself, where the row is one subject. */
          figure: Type.Optional(Figure),
          n: Type.Integer({ description: '作了判断的对象数' }),
          met: Type.Integer(),
          unmet: Type.Integer(),
          undecided: Type.Integer(),
          ...Place,
        },
        strict,
      ),
    ),
  },
  strict,
)
export type RankingAnswer = Static<typeof RankingAnswer>

/** The newest evaluation of each county, side by side. */
export const CountiesAnswer = Type.Object(
  {
    packs: Type.Array(Type.Object({ id: Type.String(), title: Type.String() }, strict), {
      description: '各县评估过的标准包',
    }),
    pack: Type.String(),
    least: Type.Integer(),
    nodes: Type.Array(
      Type.Object({ id: Type.String(), no: Type.Optional(Type.String()), title: Type.String() }, strict),
      { description: '可以用来比较的判断项目' },
    ),
    rows: Type.Array(
      Type.Object(
        {
          county: Type.Object({ code: Type.String(), name: Type.String() }, strict),
          run: Type.String(),
          year: Type.Integer(),
          created_at: Type.String(),
          status: Type.Union([Type.Literal('preview'), Type.Literal('official')]),
          version: Type.String(),
          state: State,
          items: Type.Object({ met: Type.Integer(), unmet: Type.Integer(), undecided: Type.Integer() }, strict),
          coverage: Type.Object({ expected: Type.Integer(), reported: Type.Integer() }, strict),
          struck: Type.Array(Type.String(), { description: '触发的否决、降等、封顶事项' }),
          open: Type.Integer({ description: '是否发生还不清楚的事项数' }),
          item: Type.Optional(ItemView),
          figures: Type.Array(Figure, { description: '所选项目的县级数字' }),
          shown: Type.String({ description: '排名所用的值' }),
          n: Type.Integer({ description: '排名所用的值依据多少项目或对象' }),
          ...Place,
        },
        strict,
      ),
    ),
  },
  strict,
)
export type CountiesAnswer = Static<typeof CountiesAnswer>

/** Lights of the indicators that stand in no section, counted over the subjects that take part. */
export const LightCounts = Type.Array(
  Type.Object(
    {
      node: Type.String(),
      met: Type.Integer(),
      unmet: Type.Integer(),
      undecided: Type.Integer(),
      not_applicable: Type.Integer(),
      error: Type.Integer(),
    },
    strict,
  ),
)
export type LightCounts = Static<typeof LightCounts>
