import { type Static, Type } from 'typebox'
import { PromiseKind, ProposalKind, VisitKind } from '../../packs/index.ts'
import { TaskRow } from '../contracts.ts'
import { Outcome } from './outcome-of.ts'
import { Day, Id, Name, RecordChange, RecordUnit, strict } from './shapes.ts'

const Short = Type.String({ maxLength: 200 })

/** What every record says of itself. */
const Recorded = {
  unit: Id,
  unit_name: Type.String(),
  struck: Type.String({ description: '作废的原因；没有作废的为空' }),
  made_by: Type.String(),
  may_record: Type.Boolean({ description: '可以登记、调整、作废' }),
  changes: Type.Array(RecordChange, { description: '更正，近的在前' }),
}

export const BodyKind = Type.Union([
  Type.Literal('领导小组'),
  Type.Literal('教育督导委员会'),
  Type.Literal('联席会议'),
  Type.Literal('专班'),
])
export type BodyKind = Static<typeof BodyKind>

export const MemberRole = Type.Union([
  Type.Literal('组长'),
  Type.Literal('主任'),
  Type.Literal('副组长'),
  Type.Literal('副主任'),
  Type.Literal('办公室主任'),
  Type.Literal('成员'),
])
export type MemberRole = Static<typeof MemberRole>

export const MemberBody = Type.Object({ name: Name, post: Short, role: MemberRole, since: Day }, strict)
export type MemberBody = Static<typeof MemberBody>

/** A leading group or committee. */
export const BodyBody = Type.Object(
  {
    unit: Id,
    kind: BodyKind,
    title: Name,
    document: Short,
    office: Short,
    founded_on: Day,
    members: Type.Array(MemberBody, { maxItems: 100 }),
  },
  strict,
)
export type BodyBody = Static<typeof BodyBody>

/** Somebody joins, somebody leaves, or the whole is dissolved. */
export const BodyChange = Type.Object(
  {
    joined: Type.Optional(MemberBody),
    left: Type.Optional(Type.Object({ no: Type.Integer({ minimum: 1 }), until: Day }, strict)),
    dissolved_on: Type.Optional(Day),
  },
  strict,
)
export type BodyChange = Static<typeof BodyChange>

export const BodyView = Type.Object(
  {
    body: Id,
    ...Recorded,
    kind: BodyKind,
    title: Type.String(),
    document: Type.String(),
    office: Type.String(),
    founded_on: Day,
    dissolved_on: Type.Optional(Day),
    members: Type.Array(
      Type.Object(
        {
          no: Type.Integer(),
          name: Type.String(),
          post: Type.String(),
          role: MemberRole,
          since: Day,
          until: Type.Optional(Day),
        },
        strict,
      ),
    ),
  },
  strict,
)
export type BodyView = Static<typeof BodyView>

export const PromiseBody = Type.Object(
  {
    unit: Id,
    kind: PromiseKind,
    title: Name,
    source: Short,
    made_on: Day,
    due_on: Type.Optional(Day),
    lead: Type.Optional(Id),
  },
  strict,
)
export type PromiseBody = Static<typeof PromiseBody>

export const PromiseView = Type.Object(
  {
    promise: Id,
    ...Recorded,
    kind: PromiseKind,
    year: Type.Integer(),
    title: Type.String(),
    source: Type.String(),
    made_on: Day,
    due_on: Type.Optional(Day),
    lead: Type.Optional(Id),
    lead_name: Type.String(),
    outcome: Outcome,
    says: Type.String(),
    settled_on: Type.Optional(Day),
    tasks: Type.Array(TaskRow),
  },
  strict,
)
export type PromiseView = Static<typeof PromiseView>

export const ProposalBody = Type.Object(
  {
    unit: Id,
    kind: ProposalKind,
    no: Type.String({ maxLength: 50 }),
    title: Name,
    raised_by: Short,
    received_on: Day,
    lead: Type.Optional(Id),
  },
  strict,
)
export type ProposalBody = Static<typeof ProposalBody>

export const Satisfaction = Type.Union([Type.Literal('满意'), Type.Literal('基本满意'), Type.Literal('不满意')])
export type Satisfaction = Static<typeof Satisfaction>

export const AnswerBody = Type.Object(
  {
    answered_on: Day,
    answer: Type.String({ minLength: 1, maxLength: 1000, description: '答复的文号和要点' }),
    satisfaction: Type.Optional(Satisfaction),
  },
  strict,
)
export type AnswerBody = Static<typeof AnswerBody>

/** Where an answer stands against its time limit. */
export const AnswerState = Type.Union([
  Type.Literal('waiting'),
  Type.Literal('late'),
  Type.Literal('answered'),
  Type.Literal('answered_late'),
])
export type AnswerState = Static<typeof AnswerState>

export const ProposalView = Type.Object(
  {
    proposal: Id,
    ...Recorded,
    kind: ProposalKind,
    no: Type.String(),
    title: Type.String(),
    raised_by: Type.String(),
    received_on: Day,
    lead: Type.Optional(Id),
    lead_name: Type.String(),
    due_on: Type.Optional(Day),
    missing_year: Type.Optional(Type.Integer({ description: '缺哪一年的工作日历，算不出期限' })),
    limit: Type.String({ description: '答复期限怎样规定' }),
    is_unverified: Type.Boolean(),
    state: AnswerState,
    answered_on: Type.Optional(Day),
    answer: Type.String(),
    satisfaction: Type.String(),
    tasks: Type.Array(TaskRow),
  },
  strict,
)
export type ProposalView = Static<typeof ProposalView>

export const ContactBody = Type.Object({ unit: Id, name: Name, post: Short, school: Id, since: Day }, strict)
export type ContactBody = Static<typeof ContactBody>

export const VisitBody = Type.Object({ kind: VisitKind, on: Day, topic: Short }, strict)
export type VisitBody = Static<typeof VisitBody>

export const ContactView = Type.Object(
  {
    contact: Id,
    ...Recorded,
    name: Type.String(),
    post: Type.String(),
    school: Id,
    school_name: Type.String(),
    since: Day,
    visits: Type.Array(Type.Object({ no: Type.Integer(), kind: VisitKind, on: Day, topic: Type.String() }, strict), {
      description: '本年的',
    }),
  },
  strict,
)
export type ContactView = Static<typeof ContactView>

/** All records of a year but meetings, with the units that keep them. */
export const MechanismList = Type.Object(
  {
    year: Type.Integer(),
    today: Day,
    bodies: Type.Array(BodyView),
    promises: Type.Array(PromiseView),
    proposals: Type.Array(ProposalView),
    contacts: Type.Array(ContactView),
    units: Type.Array(RecordUnit),
  },
  strict,
)
export type MechanismList = Static<typeof MechanismList>
