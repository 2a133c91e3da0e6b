import { type Static, Type } from 'typebox'
import { Basis, Verified } from '../packs/index.ts'
import { AppliedStandard, CauseView, Gap, State, ValueStatus } from './assessment.ts'

const strict = { additionalProperties: false } as const

/** A cell as it stands in a source file. */
export const CellRef = Type.Object({ file: Type.String(), sheet: Type.String(), cell: Type.String() }, strict)
export type CellRef = Static<typeof CellRef>

/** A parameter entry that a figure used. */
export const ParameterUse = Type.Object(
  {
    id: Type.String(),
    title: Type.String(),
    value: Type.String(),
    unit: Type.Optional(Type.String()),
    since: Type.String(),
    until: Type.Optional(Type.String()),
    reason: Type.Optional(Type.String()),
    basis: Basis,
    verified: Verified,
  },
  strict,
)
export type ParameterUse = Static<typeof ParameterUse>

/** A row of a register that took part, with the cells that were read. */
export const RowUse = Type.Object(
  {
    unit: Type.Optional(Type.String()),
    name: Type.Optional(Type.String()),
    cells: Type.Array(
      Type.Object(
        {
          column: Type.String(),
          title: Type.String(),
          unit: Type.Optional(Type.String()),
          value: Type.Optional(Type.String()),
          at: Type.Optional(CellRef),
        },
        strict,
      ),
    ),
  },
  strict,
)
export type RowUse = Static<typeof RowUse>

/** An aggregate inside a formula: over register rows, or over the figures of subjects. */
export const AggregateUse = Type.Object(
  {
    text: Type.String({ description: '聚合式的规范中文' }),
    result: Type.String(),
    register: Type.Optional(Type.String()),
    register_title: Type.Optional(Type.String()),
    row_count: Type.Integer(),
    /** At most 200 are listed: those that fail first, then doubtful and missing ones. */
    rows: Type.Array(RowUse),
    /** Ids of figures, where it ranges over subjects or a group; in the same order. */
    figures: Type.Array(Type.String()),
    missing: Type.Array(CauseView),
  },
  strict,
)
export type AggregateUse = Static<typeof AggregateUse>

/** The chain behind one figure, one step deep: its inputs name further figures. */
export const Trace = Type.Object(
  {
    figure: Type.String(),
    title: Type.String(),
    subject: Type.String({ description: '对象名称，如 某某学校（小学）' }),
    unit: Type.Optional(Type.String()),
    formula: Type.String(),
    /** The formula with the numbers put in. */
    substituted: Type.String(),
    status: ValueStatus,
    exact: Type.Optional(Type.String()),
    shown: Type.String(),
    inputs: Type.Array(
      Type.Object(
        { title: Type.String(), figure: Type.String(), shown: Type.String(), unit: Type.Optional(Type.String()) },
        strict,
      ),
    ),
    parameters: Type.Array(ParameterUse),
    aggregates: Type.Array(AggregateUse),
    state: Type.Optional(State),
    standard: Type.Optional(AppliedStandard),
    gap: Type.Optional(Gap),
    causes: Type.Array(CauseView),
    basis: Type.Optional(Basis),
    verified: Type.Optional(Verified),
    note: Type.Optional(Type.String()),
    /** Figures that use this one. */
    used_by: Type.Array(Type.String()),
  },
  strict,
)
export type Trace = Static<typeof Trace>

/** The whole chain of a figure in both directions, as ids of figures, nearest first. */
export const FigureChain = Type.Object(
  {
    below: Type.Array(Type.String(), { description: '由哪些数算出，一步步到底：每项指标列一个' }),
    above: Type.Array(Type.String(), { description: '又用来算哪些数，一步步到顶' }),
  },
  strict,
)
export type FigureChain = Static<typeof FigureChain>

/** A sentence of the report, or a cell of an official form, and the figures it stands on. */
export const Mention = Type.Object(
  { document: Type.String(), place: Type.String(), text: Type.String(), figures: Type.Array(Type.String()) },
  strict,
)
export type Mention = Static<typeof Mention>

/** The document trace.json. */
export const TraceBook = Type.Object(
  {
    schema: Type.Literal('eduduty-trace/1'),
    run: Type.String(),
    figures: Type.Record(Type.String(), Trace),
    mentions: Type.Array(Mention),
  },
  strict,
)
export type TraceBook = Static<typeof TraceBook>
