import { Type } from 'typebox'

/** Where an appraisal stands, on the wire. */
export const AppraisalStateSchema = Type.Union([
  Type.Literal('self_rating'),
  Type.Literal('self_reported'),
  Type.Literal('rating'),
  Type.Literal('concluded'),
  Type.Literal('publicity'),
  Type.Literal('appealed'),
  Type.Literal('published'),
  Type.Literal('cancelled'),
])
