import { type Static, Type } from 'typebox'
import { OpenCaseBody } from '../cases/child-facts.ts'
import { RecordKey } from '../cases/contracts.ts'

const strict = { additionalProperties: false } as const
const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })
const Id = Type.String({ minLength: 1, maxLength: 100 })
const Line = Type.String({ maxLength: 200 })
const Said = Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' })
const Long = Type.String({ minLength: 1, maxLength: 2000, pattern: '\\S' })
const Words = Type.String({ maxLength: 2000 })
const Reason = Type.String({ minLength: 1, maxLength: 300, pattern: '\\S' })

const { grounds: _, ...child } = OpenCaseBody.properties

/** Whom care is registered for: somebody with a case, somebody of the ledger of children, or somebody written down anew. */
export const RegisterChildBody = Type.Union([
  Type.Object({ from: Type.Literal('case'), case: Id }, strict),
  Type.Object(
    {
      from: Type.Literal('ledger'),
      year: Type.Integer({ minimum: 2000, maximum: 2999 }),
      /** The line of the ledger, as the ledger names it. */
      row: Type.String({ minLength: 1, maxLength: 200 }),
      school: Type.Optional(Id),
      groups: child.groups,
    },
    strict,
  ),
  Type.Object({ from: Type.Literal('person'), ...child }, strict),
])
export type RegisterChildBody = Static<typeof RegisterChildBody>

export const PlaceBody = Type.Object(
  {
    kind: Id,
    on: Day,
    school: Type.Optional(Id),
    class: Line,
    decider: Said,
    opinion: Words,
    reasons: Words,
    /** Absent = as the pack says, where it has a source for it. */
    review_on: Type.Optional(Day),
  },
  strict,
)
export type PlaceBody = Static<typeof PlaceBody>

/** A placement is looked at again and stays, or it ends. */
export const ReviewBody = Type.Object(
  {
    deed: Type.Union([Type.Literal('reviewed'), Type.Literal('ended')]),
    on: Day,
    decider: Said,
    reasons: Long,
    review_on: Type.Optional(Day),
  },
  strict,
)
export type ReviewBody = Static<typeof ReviewBody>

/** Whoever writes down a second one on a day says that they mean it. */
const Again = Type.Optional(Type.Boolean({ description: '同日已有一次，仍要登记' }))

export const LessonBody = Type.Union([
  Type.Object(
    {
      state: Type.Literal('held'),
      on: Day,
      teachers: Said,
      hours: Type.String({ pattern: '^\\d{1,2}(\\.\\d)?$', description: '课时，可到一位小数' }),
      taught: Long,
      place: Said,
      again: Again,
    },
    strict,
  ),
  Type.Object({ state: Type.Literal('cancelled'), on: Day, teachers: Line, reason: Long, again: Again }, strict),
])
export type LessonBody = Static<typeof LessonBody>

export const StrikeBody = Type.Object({ reason: Reason }, strict)
export type StrikeBody = Static<typeof StrikeBody>

export const CarePlanBody = Type.Object(
  {
    kind: Id,
    on: Day,
    carer: Said,
    situation: Long,
    needs: Long,
    measures: Long,
    helper: Said,
    helper_post: Said,
    helper_phone: Type.Optional(Type.String({ maxLength: 30 })),
  },
  strict,
)
export type CarePlanBody = Static<typeof CarePlanBody>

export const CareVisitBody = Type.Object(
  { on: Day, visitors: Said, found: Long, next: Words, key: Type.Optional(RecordKey) },
  strict,
)
export type CareVisitBody = Static<typeof CareVisitBody>

export const DiagnosisBody = Type.Object(
  {
    on: Day,
    assessed_by: Said,
    items: Type.Array(Type.Object({ item: Id, text: Words }, strict), { minItems: 1, maxItems: 20 }),
  },
  strict,
)
export type DiagnosisBody = Static<typeof DiagnosisBody>

export const CloseCareBody = Type.Object({ on: Day, reason: Reason }, strict)
export type CloseCareBody = Static<typeof CloseCareBody>

export const CareRevealBody = Type.Object(
  {
    data: Type.Union([
      Type.Literal('name'),
      Type.Literal('id_number'),
      Type.Literal('guardian_phone'),
      Type.Literal('helper_phone'),
    ]),
    reason: Reason,
  },
  strict,
)
export type CareRevealBody = Static<typeof CareRevealBody>

export { CaseRevealed as CareRevealed } from '../cases/contracts.ts'

/** A contact card names the child and the telephones in full: what for is said. */
export const CardBody = Type.Object({ reason: Reason }, strict)
export type CardBody = Static<typeof CardBody>
