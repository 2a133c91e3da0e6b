import { type Static, Type } from 'typebox'
import { Basis, Decimal, FormulaText, Id } from './basis.ts'

const strict = { additionalProperties: false } as const

/** What a check compares: cells of one table, tables, years, departments, a roster with a table, parts with a total. */
export const CheckKind = Type.Union([
  Type.Literal('表内'),
  Type.Literal('表间'),
  Type.Literal('年际'),
  Type.Literal('部门间'),
  Type.Literal('名册与表'),
  Type.Literal('汇总'),
])
export type CheckKind = Static<typeof CheckKind>

/** One of the two figures that a check compares, with the words that stand before it. */
export const CheckSide = Type.Object(
  {
    /** Where the figure stands: 学校填报表“班级总数”. */
    label: Type.String({ minLength: 1 }),
    formula: FormulaText,
    /** Decimals it is shown with. */
    decimals: Type.Optional(Type.Integer({ minimum: 0, maximum: 6 })),
    /**
     * The figure was rounded before it was filled in: it stands for an interval of half a last digit to both sides.
     * `terms`: how many rounded figures are added up in it, where it is more than one.
     */
    rounded: Type.Optional(
      Type.Object(
        {
          decimals: Type.Integer({ minimum: 0, maximum: 6 }),
          unit: Type.Optional(Type.String()),
          terms: Type.Optional(FormulaText),
        },
        strict,
      ),
    ),
  },
  strict,
)
export type CheckSide = Static<typeof CheckSide>

export const CheckRelation = Type.Union([
  Type.Literal('='),
  Type.Literal('≤'),
  Type.Literal('≥'),
  Type.Literal('<'),
  Type.Literal('>'),
])
export type CheckRelation = Static<typeof CheckRelation>

/** What may lie between both sides; both kinds may stand together and add up. */
export const Tolerance = Type.Object(
  {
    absolute: Type.Optional(Decimal),
    /** Unit of `absolute`; that of the sides when absent. */
    unit: Type.Optional(Type.String()),
    /** Share of the right side: 0.02 is 2 %. */
    relative: Type.Optional(Decimal),
  },
  strict,
)
export type Tolerance = Static<typeof Tolerance>

/** A rule between cells that holds on good data: written out in `rule`, or as two `sides` and their relation. */
export const Check = Type.Object(
  {
    id: Id,
    title: Type.String(),
    kind: Type.Optional(CheckKind),
    /** Register whose every row is tested, or a grain whose every subject is. Exactly one of both. */
    register: Type.Optional(Id),
    grain: Type.Optional(Id),
    /** Tested only where this holds. */
    when: Type.Optional(FormulaText),
    rule: Type.Optional(FormulaText),
    sides: Type.Optional(
      Type.Object({ left: CheckSide, relation: Type.Optional(CheckRelation), right: CheckSide }, strict),
    ),
    tolerance: Type.Optional(Tolerance),
    /** 强制 makes the columns named in `columns` 存疑; 核实 asks for an explanation. */
    severity: Type.Union([Type.Literal('强制'), Type.Literal('核实')]),
    /** What is wrong, with {formula} places filled from the row; made from the two sides when absent. */
    message: Type.Optional(Type.String()),
    /** What to do; the usual words of the severity when absent. */
    advice: Type.Optional(Type.String()),
    columns: Type.Optional(Type.Array(Id)),
    basis: Type.Optional(Basis),
  },
  strict,
)
export type Check = Static<typeof Check>
