import { type Static, Type } from 'typebox'

const strict = { additionalProperties: false } as const

/** A material that only some owe: the pack's condition and whom it means. */
export const AskedEvidence = Type.Object(
  {
    indicator: Type.String(),
    material: Type.String(),
    when: Type.String({ description: '条件，公式' }),
    reason: Type.String({ description: '由谁提供' }),
    subjects: Type.Array(
      Type.Object(
        {
          subject: Type.String(),
          unit: Type.Optional(Type.String()),
          is_needed: Type.Optional(Type.Boolean({ description: '数据不够、判断不了的没有这一项' })),
        },
        strict,
      ),
    ),
  },
  strict,
)
export type AskedEvidence = Static<typeof AskedEvidence>
