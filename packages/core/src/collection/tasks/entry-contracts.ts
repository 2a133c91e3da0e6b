import { type Static, Type } from 'typebox'
import { FormColumn, RequestKindSchema, ReturnedCell, TaskEntry, TaskFinding } from './contracts.ts'

const strict = { additionalProperties: false } as const
const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$', description: '日期，YYYY-MM-DD' })
const Time = Type.String({ description: '时间，ISO 8601' })
const Id = Type.String({ minLength: 1, maxLength: 64 })
const Count = Type.Integer({ minimum: 0 })
/** The most signs of a reason or an opinion. */
export const REASON_MOST = 500

const Reason = Type.String({
  minLength: 2,
  maxLength: REASON_MOST,
  pattern: '\\S.*\\S',
  description: '理由，至少两个字',
})

export const CellEdit = Type.Object(
  {
    row_no: Type.Integer({ minimum: 0 }),
    column: Id,
    /** What the person saw before; empty for 未报. */
    from: Type.String({ maxLength: 4000 }),
    to: Type.String({ maxLength: 4000 }),
  },
  strict,
)
export type CellEdit = Static<typeof CellEdit>

export const SaveCellsBody = Type.Object({ edits: Type.Array(CellEdit, { minItems: 1, maxItems: 5000 }) }, strict)
export type SaveCellsBody = Static<typeof SaveCellsBody>

/** What came of one edit: saved, kept as typed but wrong, in conflict, or locked. */
export const CellResult = Type.Object(
  {
    row_no: Type.Integer(),
    column: Type.String(),
    state: Type.Union([
      Type.Literal('saved'),
      Type.Literal('invalid'),
      Type.Literal('conflict'),
      Type.Literal('locked'),
    ]),
    /** What the cell holds now, as the form shows it. */
    text: Type.String(),
    message: Type.Optional(Type.String()),
    by: Type.Optional(Type.String({ description: '冲突时：谁改的' })),
    at: Type.Optional(Time),
  },
  strict,
)
export type CellResult = Static<typeof CellResult>

export const SavedCells = Type.Object(
  {
    results: Type.Array(CellResult),
    task: TaskEntry,
    findings: Type.Array(TaskFinding),
    not_applicable: Type.Array(Type.Object({ row_no: Type.Integer(), columns: Type.Array(Type.String()) }, strict)),
  },
  strict,
)
export type SavedCells = Static<typeof SavedCells>

/** One change of one cell, newest first. */
export const CellChange = Type.Object(
  {
    old_text: Type.String(),
    new_text: Type.String(),
    way: Type.String(),
    by: Type.String(),
    at: Time,
    file: Type.Optional(Type.String()),
    place: Type.Optional(Type.String({ description: '取自文件里哪张表的哪一格' })),
    reason: Type.Optional(Type.String({ description: '删行的理由' })),
  },
  strict,
)
export type CellChange = Static<typeof CellChange>

/** What the side panel says about one cell. */
export const CellStory = Type.Object(
  {
    column: FormColumn,
    text: Type.String(),
    last_year: Type.Optional(Type.String()),
    peers: Type.Optional(
      Type.Object(
        {
          says: Type.String({ description: '与哪些单位相比' }),
          count: Count,
          low: Type.String(),
          middle: Type.String(),
          high: Type.String(),
        },
        strict,
      ),
    ),
    changes: Type.Array(CellChange),
    returns: Type.Array(ReturnedCell),
    findings: Type.Array(TaskFinding),
  },
  strict,
)
export type CellStory = Static<typeof CellStory>

const CellAt = Type.Object({ row_no: Type.Integer({ minimum: 0 }), column: Id }, strict)

export const ReturnBody = Type.Object(
  {
    cells: Type.Array(
      Type.Object({ row_no: Type.Integer({ minimum: 0 }), column: Type.String(), reason: Reason }, strict),
      { maxItems: 2000, description: '退回哪些格；空为整张表' },
    ),
    open_also: Type.Optional(
      Type.Array(CellAt, { maxItems: 5000, description: '一并开放、可以不改的格；缺省为与退回的格有强制性关系的各格' }),
    ),
    reason: Reason,
    due_on: Day,
  },
  strict,
)
export type ReturnBody = Static<typeof ReturnBody>

export const OpinionBody = Type.Object({ reason: Type.String({ maxLength: REASON_MOST }) }, strict)
export type OpinionBody = Static<typeof OpinionBody>
export const ReasonBody = Type.Object({ reason: Reason }, strict)
export type ReasonBody = Static<typeof ReasonBody>

export const ExplainBody = Type.Object(
  { check: Id, row_no: Type.Integer({ minimum: 0 }), text: Type.String({ minLength: 4, maxLength: 1000 }) },
  strict,
)
export type ExplainBody = Static<typeof ExplainBody>

export const ReviewExplanationBody = Type.Object(
  { check: Id, row_no: Type.Integer({ minimum: 0 }), accept: Type.Boolean(), reason: Type.String({ maxLength: 500 }) },
  strict,
)
export type ReviewExplanationBody = Static<typeof ReviewExplanationBody>

export const ReplyBody = Type.Object({ return_id: Id, reply: Reason }, strict)
export type ReplyBody = Static<typeof ReplyBody>

export const RequestBody = Type.Object(
  {
    kind: RequestKindSchema,
    reason: Reason,
    cells: Type.Optional(Type.Array(CellAt, { minItems: 1, maxItems: 500, description: '申请开放哪些格' })),
  },
  strict,
)
export type RequestBody = Static<typeof RequestBody>

export const AnswerRequestBody = Type.Object({ request_id: Id, reason: Reason }, strict)
export type AnswerRequestBody = Static<typeof AnswerRequestBody>

export const HandOnBody = Type.Object({ person_id: Id, reason: Reason }, strict)
export type HandOnBody = Static<typeof HandOnBody>

export const AskCountersignBody = Type.Object({ person_id: Id, question: Reason, due_on: Day }, strict)
export type AskCountersignBody = Static<typeof AskCountersignBody>

export const AnswerCountersignBody = Type.Object({ agree: Type.Boolean(), opinion: Reason }, strict)
export type AnswerCountersignBody = Static<typeof AnswerCountersignBody>

export const ExtendBody = Type.Object(
  { task_ids: Type.Array(Id, { minItems: 1, maxItems: 5000 }), closes_on: Day, reason: Reason },
  strict,
)
export type ExtendBody = Static<typeof ExtendBody>
