import { type Static, Type } from 'typebox'
import { State } from '../assessment.ts'
import { ChangeEntry } from '../compare/change-entry.ts'

const strict = { additionalProperties: false } as const

/** So many changes are told at once; all are counted. */
export const MOST_LIVE_CHANGES = 100

/** What the data collected so far come to, and what has changed since the caller last asked. */
export const LiveAnswer = Type.Object(
  {
    stamp: Type.String({ description: '这一刻数据的标记；下次带上它，有变化才回答' }),
    at: Type.String({ description: '时间（UTC）' }),
    verdict: Type.Object({ title: Type.String(), state: State }, strict),
    sections: Type.Array(
      Type.Object(
        {
          id: Type.String(),
          title: Type.String(),
          state: State,
          items: Type.Array(Type.Object({ indicator: Type.String(), title: Type.String(), state: State }, strict)),
        },
        strict,
      ),
    ),
    changes: Type.Array(ChangeEntry, { maxItems: MOST_LIVE_CHANGES }),
    change_count: Type.Integer(),
    /** The caller's mark is too old or unknown: what changed since cannot be told. */
    is_new: Type.Boolean(),
  },
  strict,
)
export type LiveAnswer = Static<typeof LiveAnswer>
