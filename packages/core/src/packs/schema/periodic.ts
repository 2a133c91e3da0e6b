import { type Static, Type } from 'typebox'
import { Basis, Id, Verified } from './basis.ts'

const strict = { additionalProperties: false } as const
const Title = Type.String({ minLength: 1, maxLength: 100 })

/** Who owes a periodic report: every school, or the county once. */
export const PeriodicLine = Type.Union([Type.Literal('学校'), Type.Literal('县')])
export type PeriodicLine = Static<typeof PeriodicLine>

/** Numbers of the ledgers of children that a periodic report states. */
export const LedgerFigure = Type.Union([
  Type.Literal('children'),
  Type.Literal('inside'),
  Type.Literal('outside'),
  Type.Literal('unproven'),
  Type.Literal('out_of_school'),
  Type.Literal('other'),
  Type.Literal('on_roll'),
  Type.Literal('open'),
  Type.Literal('confirmed'),
  Type.Literal('cases'),
  Type.Literal('returned'),
])
export type LedgerFigure = Static<typeof LedgerFigure>

/** A report that is owed again and again: by whom, to whom, for which stretches of the year, and how long after each. */
export const Periodic = Type.Object(
  {
    id: Id,
    title: Title,
    /** The outline by which its text is written. */
    outline: Id,
    owes: PeriodicLine,
    /** School types that owe none. */
    not_of: Type.Optional(Type.Array(Title, { minItems: 1 })),
    /** Of a county's report: the department that makes it, by words of its name. */
    department: Type.Optional(Title),
    to: Title,
    /** Runs from the last day of a stretch, which does not count. */
    clock: Id,
    figures: Type.Array(LedgerFigure, { minItems: 1 }),
    periods: Type.Array(
      Type.Object(
        { id: Id, title: Title, ends: Type.String({ pattern: '^\\d{2}-\\d{2}$', description: '最后一天，月-日' }) },
        strict,
      ),
      { minItems: 1, maxItems: 12 },
    ),
    basis: Basis,
    verified: Type.Optional(Verified),
  },
  strict,
)
export type Periodic = Static<typeof Periodic>
