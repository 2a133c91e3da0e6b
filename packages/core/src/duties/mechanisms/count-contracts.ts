import { type Static, Type } from 'typebox'
import { CountSubject } from '../../packs/index.ts'
import { Day, Id, strict } from './shapes.ts'

/** A number counted from records, beside what was reported. */
export const CountLine = Type.Object(
  {
    pack: Id,
    pack_title: Type.String(),
    count: Id,
    title: Type.String(),
    of: CountSubject,
    says: Type.String({ description: '计哪些记录' }),
    note: Type.String(),
    basis: Type.String(),
    indicator: Type.Optional(Type.Object({ id: Id, no: Type.String(), title: Type.String() }, strict)),
    register: Id,
    register_title: Type.String(),
    column: Id,
    column_title: Type.String(),
    unit: Id,
    unit_name: Type.String(),
    counted: Type.Integer(),
    records: Type.Array(Type.Object({ id: Id, on: Day, kind: Type.String(), title: Type.String() }, strict)),
    reported: Type.String({ description: '台账里现有的；没有报的为空' }),
    state: Type.Union([Type.Literal('same'), Type.Literal('differs'), Type.Literal('blank'), Type.Literal('beside')]),
    task: Type.Optional(
      Type.Object({ task: Id, state: Type.String({ description: '报表的状态' }), period: Type.String() }, strict),
    ),
    may_take: Type.Boolean({ description: '可以填进报表' }),
    why_not: Type.String({ description: '不能填的原因' }),
  },
  strict,
)
export type CountLine = Static<typeof CountLine>

export const CountList = Type.Object({ year: Type.Integer(), lines: Type.Array(CountLine) }, strict)
export type CountList = Static<typeof CountList>

/** Writes a counted number into the open form; `counted` and `reported` are what the person saw. */
export const TakeCountBody = Type.Object(
  {
    pack: Id,
    count: Id,
    unit: Id,
    year: Type.Integer({ minimum: 2000, maximum: 2999 }),
    counted: Type.Integer({ minimum: 0 }),
    reported: Type.String({ maxLength: 200 }),
  },
  strict,
)
export type TakeCountBody = Static<typeof TakeCountBody>
