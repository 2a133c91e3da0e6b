import { type Static, Type } from 'typebox'
import { FormMove } from '../../collection/index.ts'
import { PackDifference } from '../../packs/index.ts'
import { ChangeEntry } from './change-entry.ts'

const strict = { additionalProperties: false } as const
const Count = Type.Integer({ minimum: 0 })

/** What comes out otherwise on the same data. */
export const MoveEffect = Type.Object(
  {
    judgements: Count,
    figures: Count,
    changes: Type.Array(ChangeEntry, { maxItems: 200, description: '先结论，后数字；至多 200 条' }),
  },
  { ...strict, description: '按现有数据两个版本各评一次的差别；还没有数据的为空' },
)
export type MoveEffect = Static<typeof MoveEffect>

/** What moving a period to another version of its pack would do, before anything is done. */
export const MovePreview = Type.Object(
  {
    from_version: Type.String(),
    to_version: Type.String(),
    changes: Type.Array(PackDifference),
    forms: Type.Array(FormMove),
    refusals: Type.Array(Type.String(), { description: '不能更换的原因；空为可以' }),
    effect: Type.Optional(MoveEffect),
  },
  strict,
)
export type MovePreview = Static<typeof MovePreview>
