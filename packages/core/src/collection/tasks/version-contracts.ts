import { type Static, Type } from 'typebox'

const strict = { additionalProperties: false } as const
const Count = Type.Integer({ minimum: 0 })
const Texts = Type.Record(Type.String(), Type.String())

/** A row as it stood in one version of a table, beside what stands there now. */
export const VersionRow = Type.Object(
  {
    row_no: Count,
    cells: Texts,
    refused: Texts,
    now: Type.Record(Type.String(), Type.String(), {
      description: '所比较的一版（现在或后一版）不同的格：那里填的，空为未填',
    }),
    is_gone: Type.Boolean({ description: '所比较的一版没有这一行' }),
  },
  strict,
)
export type VersionRow = Static<typeof VersionRow>

const Time = Type.String({ description: '时间，ISO 8601' })

/** Who handed a version in and who froze it, when. */
export const versionFacts = {
  submitted_by: Type.Optional(Type.String()),
  submitted_at: Type.Optional(Time),
  frozen_by: Type.Optional(Type.String()),
  frozen_at: Type.Optional(Time),
} as const

export const TaskVersion = Type.Object(
  {
    version: Type.Integer({ minimum: 1 }),
    ...versionFacts,
    reason: Type.String({ description: '为什么更正成这一版' }),
    is_present: Type.Boolean({ description: '就是现在的一版' }),
    compared_with: Type.Optional(Type.Integer({ description: '与第几版比较；没有则与现在比较' })),
    rows: Type.Array(VersionRow),
    row_total: Count,
    /** Rows of the present that this version has not; told only where all of a roster was compared. */
    rows_added: Type.Optional(Count),
  },
  strict,
)
export type TaskVersion = Static<typeof TaskVersion>
