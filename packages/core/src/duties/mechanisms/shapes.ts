import { type Static, Type } from 'typebox'

export const strict = { additionalProperties: false } as const
export const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })
export const Id = Type.String({ minLength: 1, maxLength: 100 })
export const Name = Type.String({ minLength: 1, maxLength: 200 })
/** May be left blank. */
export const Words = Type.String({ maxLength: 1000 })

/** A unit that keeps records, and what the reader may do there. */
export const RecordUnit = Type.Object(
  {
    unit: Id,
    name: Type.String(),
    may_record: Type.Boolean({ description: '可以替这个单位登记' }),
  },
  strict,
)
export type RecordUnit = Static<typeof RecordUnit>

/** What a task stems from, if not from a duty of a pack. */
export const OriginKind = Type.Union([Type.Literal('decision'), Type.Literal('promise'), Type.Literal('proposal')])
export type OriginKind = Static<typeof OriginKind>

export const TaskOrigin = Type.Object({ kind: OriginKind, id: Id }, strict)
export type TaskOrigin = Static<typeof TaskOrigin>

export const originTitles: Readonly<Record<OriginKind, string>> = {
  decision: '会议决定',
  promise: '重点工作和承诺',
  proposal: '人大政协',
}

/** What the numbers of such tasks begin with: 会议-1. */
export const originMarks: Readonly<Record<OriginKind, string>> = { decision: '会议', promise: '承诺', proposal: '提案' }

/** Records that can be struck out when they were entered by mistake. */
export const RecordKind = Type.Union([
  Type.Literal('meeting'),
  Type.Literal('body'),
  Type.Literal('promise'),
  Type.Literal('proposal'),
  Type.Literal('contact'),
])
export type RecordKind = Static<typeof RecordKind>

/** What was written before it was corrected. */
export const RecordChange = Type.Object(
  {
    no: Type.Integer(),
    was: Type.String({ description: '更正以前的写法，一行一项' }),
    reason: Type.String(),
    by: Type.String(),
    on: Day,
  },
  strict,
)
export type RecordChange = Static<typeof RecordChange>

export const StrikeBody = Type.Object({ reason: Type.String({ minLength: 1, maxLength: 400 }) }, strict)
export type StrikeBody = Static<typeof StrikeBody>

/** What became of a decision or a promise that has no task. */
export const SettleBody = Type.Object(
  { settled_on: Day, outcome: Type.String({ minLength: 1, maxLength: 1000, description: '落实情况' }) },
  strict,
)
export type SettleBody = Static<typeof SettleBody>
