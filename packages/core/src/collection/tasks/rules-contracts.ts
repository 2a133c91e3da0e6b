import { type Static, Type } from 'typebox'
import type { Pack } from '../../packs/index.ts'

const strict = { additionalProperties: false } as const

/** All that a page needs to check a form by itself while it is typed, also without the network. */
export const TaskRules = Type.Object(
  {
    /** False where only the server checks: `why` says why. */
    is_given: Type.Boolean(),
    why: Type.String(),
    register: Type.String(),
    year: Type.Integer(),
    pack: Type.Optional(
      Type.Unsafe<Pack>(Type.Object({}, { additionalProperties: true, description: '本表的审核关系和它们用到的定义' })),
    ),
    beside: Type.Array(
      Type.Object(
        {
          register: Type.String(),
          year: Type.Integer(),
          values: Type.Record(Type.String(), Type.Union([Type.String(), Type.Boolean()])),
        },
        strict,
      ),
      { description: '本单位其他表和上年的行；个人信息不给' },
    ),
  },
  strict,
)
export type TaskRules = Static<typeof TaskRules>
