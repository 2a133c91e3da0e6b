import { type Static, Type } from 'typebox'
import { MeetingKind } from '../../packs/index.ts'
import { TaskRow } from '../contracts.ts'
import { Outcome } from './outcome-of.ts'
import { Day, Id, Name, RecordChange, RecordUnit, strict, Words } from './shapes.ts'

/** A decision as it is entered with its meeting. */
export const DecisionBody = Type.Object(
  {
    text: Type.String({ minLength: 1, maxLength: 1000 }),
    /** Who has to carry it out. */
    unit: Type.Optional(Id),
    due_on: Type.Optional(Day),
  },
  strict,
)
export type DecisionBody = Static<typeof DecisionBody>

export const MeetingBody = Type.Object(
  {
    /** Whose meeting: the government's unit for that of the county. */
    unit: Id,
    kind: MeetingKind,
    title: Name,
    held_on: Day,
    chair: Type.String({ maxLength: 100, description: '主持人' }),
    topics: Type.Array(Name, { minItems: 1, maxItems: 30, description: '议题' }),
    document: Type.String({ maxLength: 200, description: '会议纪要的文号' }),
    decisions: Type.Array(DecisionBody, { maxItems: 50 }),
  },
  strict,
)
export type MeetingBody = Static<typeof MeetingBody>

/** What is carried out of a decision, by its tasks or by what was written down. */
export const DecisionView = Type.Object(
  {
    decision: Id,
    no: Type.Integer(),
    text: Type.String(),
    unit: Type.Optional(Id),
    unit_name: Type.String(),
    due_on: Type.Optional(Day),
    outcome: Outcome,
    says: Words,
    settled_on: Type.Optional(Day),
    tasks: Type.Array(TaskRow),
  },
  strict,
)
export type DecisionView = Static<typeof DecisionView>

export const MeetingView = Type.Object(
  {
    meeting: Id,
    unit: Id,
    unit_name: Type.String(),
    kind: MeetingKind,
    title: Name,
    held_on: Day,
    chair: Type.String(),
    topics: Type.Array(Type.String()),
    document: Type.String(),
    struck: Type.String({ description: '作废的原因；没有作废的为空' }),
    made_by: Type.String(),
    may_record: Type.Boolean(),
    decisions: Type.Array(DecisionView),
    changes: Type.Array(RecordChange, { description: '更正，近的在前' }),
  },
  strict,
)
export type MeetingView = Static<typeof MeetingView>

export const MeetingList = Type.Object(
  { year: Type.Integer(), today: Day, meetings: Type.Array(MeetingView), units: Type.Array(RecordUnit) },
  strict,
)
export type MeetingList = Static<typeof MeetingList>

/** Of a meeting, or of one of its decisions, as it should be; with the reason. */
export const CorrectMeetingBody = Type.Object(
  {
    meeting: Type.Optional(
      Type.Object(
        {
          kind: MeetingBody.properties.kind,
          title: Name,
          held_on: Day,
          chair: MeetingBody.properties.chair,
          topics: MeetingBody.properties.topics,
          document: MeetingBody.properties.document,
        },
        strict,
      ),
    ),
    decision: Type.Optional(Type.Object({ decision: Id, ...DecisionBody.properties }, strict)),
    reason: Type.String({ minLength: 1, maxLength: 400, description: '为什么更正' }),
  },
  strict,
)
export type CorrectMeetingBody = Static<typeof CorrectMeetingBody>

/** One more decision of a meeting that is already entered. */
export const AddDecisionBody = Type.Object({ ...DecisionBody.properties }, strict)
export type AddDecisionBody = Static<typeof AddDecisionBody>
