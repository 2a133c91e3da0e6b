import { type Static, Type } from 'typebox'

/** A cell that was changed in the packet and meanwhile in the system, to different things: nothing is overwritten. */
export const PacketConflict = Type.Object(
  {
    row_no: Type.Integer(),
    column: Type.String(),
    mine: Type.String({ description: '离线包里填的' }),
    theirs: Type.String({ description: '系统里现在的' }),
    by: Type.Optional(Type.String({ description: '系统里是谁改的' })),
    at: Type.Optional(Type.String({ description: '时间，ISO 8601' })),
  },
  { additionalProperties: false },
)
export type PacketConflict = Static<typeof PacketConflict>
