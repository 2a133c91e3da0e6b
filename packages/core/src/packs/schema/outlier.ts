import { type Static, Type } from 'typebox'
import { Decimal, FormulaText, Id } from './basis.ts'

const strict = { additionalProperties: false } as const

/** What makes units alike: a formula at the row, with the word for it. */
export const PeerKey = Type.Object({ title: Type.String({ minLength: 1 }), formula: FormulaText }, strict)
export type PeerKey = Static<typeof PeerKey>

/** Units of one band are of like size: `bands` are the sizes at which a new band begins, rising. */
export const PeerSize = Type.Object(
  {
    title: Type.String({ minLength: 1 }),
    formula: FormulaText,
    unit: Type.Optional(Type.String()),
    bands: Type.Array(Decimal, { minItems: 1 }),
  },
  strict,
)
export type PeerSize = Static<typeof PeerSize>

/** One column whose cells are compared with those of peers and with the year before. */
export const Comparison = Type.Object(
  {
    column: Id,
    /** What the cell is divided by before peers are compared: pupils, teachers, classes. Without it only years are. */
    per: Type.Optional(Type.Object({ title: Type.String({ minLength: 1 }), formula: FormulaText }, strict)),
    /** A difference of this size is nothing: 5 人, 100 平方米. */
    least: Type.Optional(Decimal),
    /** Which side is worth asking about; both when absent. */
    direction: Type.Optional(Type.Union([Type.Literal('偏大'), Type.Literal('偏小')])),
    /** The cell never changes from year to year: 建校时间. */
    fixed: Type.Optional(Type.Literal(true)),
  },
  strict,
)
export type Comparison = Static<typeof Comparison>

/** How the rows of one register are compared with each other to find cells that stand out. */
export const OutlierRule = Type.Object(
  {
    id: Id,
    title: Type.String({ minLength: 1 }),
    register: Id,
    /** Most important first: where too few peers are left, the last ones are given up. */
    peers: Type.Array(PeerKey, { minItems: 1 }),
    size: Type.Optional(PeerSize),
    compare: Type.Array(Comparison, { minItems: 1 }),
  },
  strict,
)
export type OutlierRule = Static<typeof OutlierRule>
