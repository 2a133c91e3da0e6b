import { type Static, Type } from 'typebox'
import { Basis, CivilDateText, FormulaText, Id } from './basis.ts'
import { CalendarYear } from './calendar-year.ts'
import { CareKind, DiagnosisRule, Dose, PlacementKind } from './care.ts'
import { CasePaper } from './case-paper.ts'
import { Casework } from './casework.ts'
import { Check } from './check.ts'
import { ClockRule } from './clock-rule.ts'
import { Count } from './count.ts'
import { Derivation } from './derivation.ts'
import { Duty } from './duty.ts'
import { Effect } from './effect.ts'
import { Form } from './form.ts'
import { Gathering } from './gathering.ts'
import { Dimension, Grain } from './grain.ts'
import { Element, FileKind, Group, Indicator, Section } from './indicator.ts'
import { LightDays } from './light-days.ts'
import { Match } from './match.ts'
import { OutlierRule } from './outlier.ts'
import { Outline } from './outline.ts'
import { Parameter } from './parameter.ts'
import { Periodic } from './periodic.ts'
import { PledgeText } from './pledge-text.ts'
import { Rating } from './rating.ts'
import { CodeList, Register } from './register.ts'
import { Risk } from './risk.ts'
import { StatisticsLayout } from './statistics.ts'

const PackId = Type.String({ pattern: '^[a-z][a-z0-9-]{1,59}$' })

const VERSIONS = '^\\d+(\\.(\\d+|x)){2}$|^\\d+\\.\\d+\\.\\d+ - \\d+\\.\\d+\\.\\d+$'

export const Manifest = Type.Object(
  {
    id: PackId,
    version: Type.String({ pattern: '^\\d+\\.\\d+\\.\\d+$' }),
    title: Type.String(),
    issuer: Type.String(),
    document: Type.String(),
    scope: Type.String(),
    since: CivilDateText,
    until: Type.Optional(CivilDateText),
    licence: Type.String(),
    /** Month and day of the statistical date: together with the year, the evaluation date that dated parameters use. */
    reference_day: Type.Optional(Type.String({ pattern: '^\\d{2}-\\d{2}$' })),
    /** Kinds of files that prove the materials of the pack that say nothing of their own. */
    accepts: Type.Optional(Type.Array(FileKind, { minItems: 1 })),
    /** Packs whose dimensions, grains, code lists, registers, parameters and elements this pack's formulas may use. */
    uses: Type.Optional(Type.Array(PackId, { minItems: 1 })),
    /** The pack that this one tailors, and the versions of it: 0.1.0, 0.1.x, or 0.1.0 - 0.3.2. Makes the folder an overlay. */
    overlays: Type.Optional(
      Type.Object({ pack: PackId, version: Type.String({ pattern: VERSIONS }) }, { additionalProperties: false }),
    ),
    /** Register and column that say which county this is, for titles and keys. */
    county: Type.Optional(Type.Object({ register: Id, name: Id, code: Id }, { additionalProperties: false })),
  },
  { additionalProperties: false },
)
export type Manifest = Static<typeof Manifest>

/** How the whole is decided: a county-grain truth formula over groups, sections and indicators. Effects come on top. */
export const Verdict = Type.Object(
  { title: Type.String(), formula: FormulaText, met: Type.String(), unmet: Type.String(), basis: Type.Optional(Basis) },
  { additionalProperties: false },
)
export type Verdict = Static<typeof Verdict>

/** Expected answers on given inputs; run by `pack validate` and by the tests. */
export const GoldenTest = Type.Object(
  {
    title: Type.String(),
    year: Type.Integer(),
    rows: Type.Record(Id, Type.Array(Type.Record(Type.String(), Type.Unknown()))),
    expect: Type.Array(
      Type.Object(
        {
          /** Element, indicator, rating, group or section id; `verdict` for the whole. A rating's value is its points. */
          of: Type.String(),
          /** Values of the grain's dimensions; absent for the county. */
          subject: Type.Optional(Type.Record(Id, Type.String())),
          value: Type.Optional(Type.String()),
          /** Value after display rounding. */
          shown: Type.Optional(Type.String()),
          status: Type.Optional(Type.String()),
          verdict: Type.Optional(Type.String()),
          /** Points of an indicator; grade of a rating, level of an indicator. */
          score: Type.Optional(Type.String()),
          grade: Type.Optional(Type.String()),
        },
        { additionalProperties: false },
      ),
    ),
    basis: Type.Optional(Basis),
  },
  { additionalProperties: false },
)
export type GoldenTest = Static<typeof GoldenTest>

/** A standards pack: the merged content of all YAML files of its folder. */
export const Pack = Type.Object(
  {
    pack: Manifest,
    dimensions: Type.Optional(Type.Array(Dimension)),
    grains: Type.Optional(Type.Array(Grain)),
    codes: Type.Optional(Type.Array(CodeList)),
    /** Empty where a pack brings only calendars, time limits or duties. */
    registers: Type.Array(Register),
    statistics: Type.Optional(Type.Array(StatisticsLayout)),
    parameters: Type.Optional(Type.Array(Parameter)),
    elements: Type.Optional(Type.Array(Element)),
    indicators: Type.Array(Indicator),
    groups: Type.Optional(Type.Array(Group)),
    sections: Type.Optional(Type.Array(Section)),
    ratings: Type.Optional(Type.Array(Rating)),
    verdict: Type.Optional(Verdict),
    effects: Type.Optional(Type.Array(Effect)),
    checks: Type.Optional(Type.Array(Check)),
    outliers: Type.Optional(Type.Array(OutlierRule)),
    derive: Type.Optional(Type.Array(Derivation)),
    counts: Type.Optional(Type.Array(Count)),
    gathers: Type.Optional(Type.Array(Gathering)),
    forms: Type.Optional(Type.Array(Form)),
    reports: Type.Optional(Type.Array(Outline)),
    duties: Type.Optional(Type.Array(Duty)),
    clocks: Type.Optional(Type.Array(ClockRule)),
    pledges: Type.Optional(Type.Array(PledgeText)),
    lights: Type.Optional(Type.Array(LightDays)),
    casework: Type.Optional(Type.Array(Casework)),
    papers: Type.Optional(Type.Array(CasePaper)),
    calendars: Type.Optional(Type.Array(CalendarYear)),
    matches: Type.Optional(Type.Array(Match)),
    risks: Type.Optional(Type.Array(Risk)),
    placements: Type.Optional(Type.Array(PlacementKind)),
    doses: Type.Optional(Type.Array(Dose)),
    care: Type.Optional(Type.Array(CareKind)),
    diagnoses: Type.Optional(Type.Array(DiagnosisRule)),
    periodic: Type.Optional(Type.Array(Periodic)),
    golden: Type.Optional(Type.Array(GoldenTest)),
  },
  { additionalProperties: false },
)
export type Pack = Static<typeof Pack>
