import { type Static, Type } from 'typebox'
import { Basis, Id, Verified } from './basis.ts'

/** A day, or two with ` - ` between: both ends belong to it. */
const DaySpan = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}( - \\d{4}-\\d{2}-\\d{2})?$' })

/** What one year's notice on holidays changes in the week. Weekends among the days of rest do no harm. */
export const CalendarYear = Type.Object(
  {
    id: Id,
    title: Type.String({ minLength: 1 }),
    year: Type.Integer({ minimum: 1949, maximum: 2999 }),
    rest: Type.Array(DaySpan, { description: '放假的日子' }),
    work: Type.Array(DaySpan, { description: '调休上班的周末' }),
    basis: Basis,
    verified: Type.Optional(Verified),
  },
  { additionalProperties: false },
)
export type CalendarYear = Static<typeof CalendarYear>
