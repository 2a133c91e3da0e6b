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
    now: Type.Record(Type.String(), Type.String(), { description: '现在不同的格：现在填的，空为未填' }),
    is_gone: Type.Boolean({ description: '现在没有这一行' }),
  },
  strict,
)
export type VersionRow = Static<typeof VersionRow>

export const TaskVersion = Type.Object(
  {
    version: Type.Integer({ minimum: 1 }),
    frozen_at: Type.Optional(Type.String({ description: '时间，ISO 8601' })),
    reason: Type.String({ description: '为什么更正成这一版' }),
    is_present: Type.Boolean({ description: '就是现在的一版' }),
    rows: Type.Array(VersionRow),
    row_total: Count,
    /** Rows of the present that this version has not; told only where all of a roster was compared. */
    rows_added: Type.Optional(Count),
  },
  strict,
)
export type TaskVersion = Static<typeof TaskVersion>
