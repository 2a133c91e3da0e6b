import { type Static, Type } from 'typebox'
import { ChangeEntry } from './change-entry.ts'

const strict = { additionalProperties: false } as const

/** What freezing a correction would change in official results. */
export const EffectsAnswer = Type.Object(
  {
    pending: Type.Boolean({ description: '有没有尚未冻结的填报' }),
    run: Type.Optional(
      Type.Object(
        { id: Type.String(), created_at: Type.String(), year: Type.Integer() },
        { ...strict, description: '与之比较的正式评估；没有的，说明还没有，或不在范围内' },
      ),
    ),
    stale: Type.Boolean({ description: '正式评估之后又有别的数据冻结：列出的变化也含它们的' }),
    judgements: Type.Integer({ description: '变了的结论数' }),
    turned: Type.Integer({ description: '达标与否变了的数字数' }),
    figures: Type.Integer({ description: '变了的数字数' }),
    changes: Type.Array(ChangeEntry, { maxItems: 200, description: '先结论，后数字；至多 200 条' }),
  },
  strict,
)
export type EffectsAnswer = Static<typeof EffectsAnswer>
