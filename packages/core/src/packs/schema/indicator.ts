import { type Static, Type } from 'typebox'
import { Basis, CivilDateText, Decimal, FormulaText, Id, StagedFormula, Verified } from './basis.ts'
import { PledgeLevel } from './count.ts'

export const Display = Type.Object(
  {
    decimals: Type.Integer({ minimum: 0, maximum: 10 }),
    mode: Type.Optional(Type.Union([Type.Literal('四舍五入'), Type.Literal('五成双')])),
    /** Print as per cent: 0.953 → 95.3 %. */
    percent: Type.Optional(Type.Boolean()),
    /** The number counts what is lacking: read as 缺 3, and as 不缺 instead of 0. */
    lacking: Type.Optional(Type.Boolean()),
  },
  { additionalProperties: false },
)
export type Display = Static<typeof Display>

/** A named value at a grain, with no standard: an aggregate over register rows, or arithmetic over such. */
export const Element = Type.Object(
  {
    id: Id,
    title: Type.String(),
    grain: Id,
    unit: Type.Optional(Type.String()),
    formula: StagedFormula,
    zero_denominator: Type.Optional(Type.Union([Type.Literal('不适用'), Type.Literal('错误')])),
    display: Type.Optional(Display),
    note: Type.Optional(Type.String()),
    basis: Type.Optional(Basis),
  },
  { additionalProperties: false },
)
export type Element = Static<typeof Element>

/** Kinds of files that may prove something: text is a file without any form, which everybody can write. */
export const FileKind = Type.Union([
  Type.Literal('pdf'),
  Type.Literal('image'),
  Type.Literal('ofd'),
  Type.Literal('word'),
  Type.Literal('excel'),
  Type.Literal('slides'),
  Type.Literal('text'),
])
export type FileKind = Static<typeof FileKind>

const material = {
  id: Id,
  title: Type.String(),
  /** Kinds of files that prove it; left out: those of the pack's head, else all that are kept. */
  accepts: Type.Optional(Type.Array(FileKind, { minItems: 1 })),
  note: Type.Optional(Type.String()),
  pledges: Type.Optional(Type.Array(PledgeLevel, { minItems: 1 })),
}

/** A material to keep. `pledges`: the signed copies of pledges with parties of these levels serve it. */
export const DutyEvidence = Type.Object(material, { additionalProperties: false })
export type DutyEvidence = Static<typeof DutyEvidence>

/**
 * The same for an indicator. `when`: truth formula at the indicator's subjects; who is not meant does not owe the material.
 * `reason`: who is meant, in words; it goes with `when`.
 */
export const EvidenceNeed = Type.Object(
  {
    id: Id,
    title: Type.String(),
    when: Type.Optional(FormulaText),
    reason: Type.Optional(Type.String()),
    note: material.note,
    accepts: material.accepts,
    pledges: material.pledges,
  },
  { additionalProperties: false },
)
export type EvidenceNeed = Static<typeof EvidenceNeed>

/** One level that an item may reach, e.g. 合格, 基本合格, 不合格. `standard` reads like that of an indicator; the last has none. */
export const Level = Type.Object(
  { title: Type.String(), standard: Type.Optional(FormulaText) },
  { additionalProperties: false },
)
export type Level = Static<typeof Level>

/**
 * A judged value. `standard` is a comparison without its left side: `≥ 参数.高学历教师线`, `= 0`, `属于 (…)`.
 * A truth-valued formula needs no standard: true is 达标.
 */
export const Indicator = Type.Object(
  {
    id: Id,
    /** Number printed in the official list, e.g. 7, 政府保障-3. */
    no: Type.Optional(Type.String()),
    title: Type.String(),
    /** Full wording of the item, where the title is a short name. */
    wording: Type.Optional(Type.String()),
    kind: Type.Optional(Type.Union([Type.Literal('quantitative'), Type.Literal('qualitative')])),
    grain: Id,
    formula: StagedFormula,
    unit: Type.Optional(Type.String()),
    standard: Type.Optional(StagedFormula),
    /** Levels beside the light, best first. */
    levels: Type.Optional(Type.Array(Level, { minItems: 2 })),
    /** Full points in the rating whose sections hold the item. */
    points: Type.Optional(Decimal),
    /** Points given, 0 to `points`; may name 值, 达标, 标准值, 等级 and 满分. Default: all when met, none when unmet. */
    score: Type.Optional(FormulaText),
    /** What a missing input means for the verdict; only 待定 exists for now and must be said. */
    missing: Type.Literal('待定'),
    zero_denominator: Type.Optional(Type.Union([Type.Literal('不适用'), Type.Literal('错误')])),
    display: Type.Optional(Display),
    /** The input whose change closes the gap, and its smallest step (1 人, 0.01 平方米). */
    gap: Type.Optional(Type.Object({ solve: Type.String(), step: Type.String() }, { additionalProperties: false })),
    /** Text formulas for a qualitative item: the grounds written, and the evidence attached (、-separated list). */
    grounds: Type.Optional(FormulaText),
    evidence_given: Type.Optional(FormulaText),
    evidence: Type.Optional(Type.Array(EvidenceNeed)),
    responsible: Type.Optional(Type.Array(Type.String())),
    since: Type.Optional(CivilDateText),
    until: Type.Optional(CivilDateText),
    basis: Basis,
    verified: Verified,
    note: Type.Optional(Type.String()),
  },
  { additionalProperties: false },
)
export type Indicator = Static<typeof Indicator>

/**
 * Indicators of one grain taken together; in formulas a rowset with the columns
 * 值, 标准值, 达标, 标题: 计数(资源配置七项[达标]) , 全部(资源配置七项, 值 ≥ 标准值 × 0.85).
 */
export const Group = Type.Object(
  { id: Id, title: Type.String(), members: Type.Array(Id, { minItems: 1 }) },
  { additionalProperties: false },
)
export type Group = Static<typeof Group>

/** A branch of the verdict tree. An item is met when it is met for every included subject of its grain. */
export const Section = Type.Object(
  { id: Id, title: Type.String(), items: Type.Array(Id, { minItems: 1 }), basis: Type.Optional(Basis) },
  { additionalProperties: false },
)
export type Section = Static<typeof Section>
