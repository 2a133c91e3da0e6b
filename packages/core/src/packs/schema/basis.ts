import { type Static, Type } from 'typebox'

/** Where a rule or figure comes from. Every threshold, amount and rule of a pack carries one. */
export const Basis = Type.Object(
  {
    document: Type.String({ description: '文件名称与文号，如 教督〔2017〕6号' }),
    article: Type.Optional(Type.String({ description: '条、款、项' })),
    note: Type.Optional(Type.String()),
  },
  { additionalProperties: false },
)
export type Basis = Static<typeof Basis>

/** Who checked which source, when. Grade U (unverified) is labelled so on every screen that uses the entry. */
export const Verified = Type.Object(
  {
    grade: Type.Union([Type.Literal('A'), Type.Literal('B'), Type.Literal('C'), Type.Literal('U')]),
    by: Type.Optional(Type.String()),
    on: Type.Optional(Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })),
    source: Type.Optional(Type.String()),
  },
  { additionalProperties: false },
)
export type Verified = Static<typeof Verified>

export const Id = Type.String({ pattern: '^[a-z][a-z0-9_]{0,39}$', description: '英文标识：小写字母、数字、下划线' })
export const CivilDateText = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })
/** Source text of the formula language. */
export const FormulaText = Type.String({ minLength: 1, maxLength: 4000 })
/** One formula, or one for each value of the stage dimension: { 小学: …, 初中: … }. */
export const StagedFormula = Type.Union([FormulaText, Type.Record(Type.String(), FormulaText)])
export type StagedFormula = Static<typeof StagedFormula>
/** An exact decimal, kept as the text that the author wrote. */
export const Decimal = Type.String({ pattern: '^-?\\d+(\\.\\d+)?$' })
