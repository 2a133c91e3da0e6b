import { type Static, Type } from 'typebox'
import { BodyBody, ContactBody, MemberBody, PromiseBody, ProposalBody, VisitBody } from './record-contracts.ts'
import { Day, strict } from './shapes.ts'

const No = Type.Integer({ minimum: 1 })

/** One record, or one member or visit of it, as it should be; with the reason. Whose record it is does not change. */
export const CorrectRecordBody = Type.Object(
  {
    body: Type.Optional(
      Type.Object({ ...Type.Omit(BodyBody, ['unit', 'members']).properties, dissolved_on: Type.Optional(Day) }, strict),
    ),
    member: Type.Optional(Type.Object({ no: No, ...MemberBody.properties, until: Type.Optional(Day) }, strict)),
    promise: Type.Optional(Type.Object(Type.Omit(PromiseBody, ['unit']).properties, strict)),
    proposal: Type.Optional(Type.Object(Type.Omit(ProposalBody, ['unit']).properties, strict)),
    contact: Type.Optional(Type.Object(Type.Omit(ContactBody, ['unit']).properties, strict)),
    visit: Type.Optional(Type.Object({ no: No, ...VisitBody.properties }, strict)),
    reason: Type.String({ minLength: 1, maxLength: 400, description: '为什么更正' }),
  },
  strict,
)
export type CorrectRecordBody = Static<typeof CorrectRecordBody>

/** Records that are corrected so; a meeting has a way of its own. */
export const CorrectedKind = Type.Union([
  Type.Literal('body'),
  Type.Literal('promise'),
  Type.Literal('proposal'),
  Type.Literal('contact'),
])
export type CorrectedKind = Static<typeof CorrectedKind>
