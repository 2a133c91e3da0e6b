import { type Static, Type } from 'typebox'
import { Basis, CivilDateText, Decimal, FormulaText, Id, Verified } from './basis.ts'

/**
 * One dated entry of a parameter. Of the entries in force on the evaluation date that fit the subject's
 * dimensions and whose `when` holds, the LAST listed wins; so general entries come first, conditional ones after.
 */
export const ParameterValue = Type.Object(
  {
    /** Values of the dimensions in `by`, e.g. { stage: 小学 }. */
    for: Type.Optional(Type.Record(Id, Type.String())),
    value: Type.Union([Decimal, Type.Boolean(), Type.String()]),
    since: CivilDateText,
    until: Type.Optional(CivilDateText),
    /** Condition at the subject, e.g. 2010年及以前规划建成 或 随迁子女占比 > 50 %. */
    when: Type.Optional(FormulaText),
    /** Why the condition applies, in words that the school and the report show. */
    reason: Type.Optional(Type.String()),
    /** Proof that has to be attached for the condition to be accepted. */
    evidence: Type.Optional(Type.Array(Type.String())),
    /** A transitional allowance: allowed only to `until`, to be re-checked. */
    transitional: Type.Optional(Type.Boolean()),
    jurisdiction: Type.Optional(Type.String({ description: '行政区划代码前缀；缺省为全国' })),
    basis: Basis,
    verified: Verified,
  },
  { additionalProperties: false },
)
export type ParameterValue = Static<typeof ParameterValue>

/** A threshold, weight or amount. In formulas: 参数.<title or id>. */
export const Parameter = Type.Object(
  {
    id: Id,
    title: Type.String(),
    type: Type.Optional(Type.Union([Type.Literal('number'), Type.Literal('text'), Type.Literal('truth')])),
    unit: Type.Optional(Type.String()),
    by: Type.Optional(Type.Array(Id)),
    values: Type.Array(ParameterValue, { minItems: 1 }),
  },
  { additionalProperties: false },
)
export type Parameter = Static<typeof Parameter>
