import { type Static, Type } from 'typebox'

const strict = { additionalProperties: false } as const
const Count = Type.Integer({ minimum: 0 })

const basics = {
  items: Count,
  same: Type.Integer({ minimum: 0, description: '两人给的完全一样的项数' }),
  exact_share: Type.Optional(Type.String({ description: '完全一致率' })),
  mean_difference: Type.Optional(Type.String({ description: '得分率的平均绝对差：每项先除以满分' })),
  note: Type.Optional(Type.String()),
}

/** Two people over the items that both rated. */
export const PairAgreement = Type.Object(
  {
    raters: Type.Array(Type.String()),
    ...basics,
    kappas: Type.Array(
      Type.Object(
        {
          levels: Type.Array(Type.String()),
          items: Count,
          observed: Type.String({ description: '加权一致率' }),
          kappa: Type.Optional(Type.String({ description: '线性加权 Cohen’s kappa' })),
          note: Type.Optional(Type.String()),
        },
        strict,
      ),
    ),
    points: Type.Object(
      {
        items: Count,
        icc: Type.Optional(Type.String({ description: 'ICC(2,1)：双向随机、绝对一致、单个评委，按得分率' })),
        note: Type.Optional(Type.String()),
      },
      strict,
    ),
  },
  strict,
)
export type PairAgreement = Static<typeof PairAgreement>

export const AgreementView = Type.Object({ ...basics, pairs: Type.Array(PairAgreement) }, strict)
export type AgreementView = Static<typeof AgreementView>
