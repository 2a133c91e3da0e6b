import { type Static, Type } from 'typebox'
import { Finding } from '../collection/index.ts'
import { Basis, Verified } from '../packs/index.ts'
import { AskedEvidence } from './asked-evidence-contract.ts'
import { RatingView } from './rating/rating-contract.ts'

const strict = { additionalProperties: false } as const

/** Light of a judged thing: 达标, 未达标, 待定 (missing data could turn it), 不适用, 错误 (the rule itself failed). */
export const State = Type.Union([
  Type.Literal('met'),
  Type.Literal('unmet'),
  Type.Literal('undecided'),
  Type.Literal('not_applicable'),
  Type.Literal('error'),
])
export type State = Static<typeof State>

export const ValueStatus = Type.Union([
  Type.Literal('known'),
  Type.Literal('doubtful'),
  Type.Literal('missing'),
  Type.Literal('not_applicable'),
  Type.Literal('error'),
])

export const CauseView = Type.Object(
  {
    code: Type.String(),
    message: Type.String(),
    register: Type.Optional(Type.String()),
    unit: Type.Optional(Type.String()),
    unit_name: Type.Optional(Type.String()),
    column: Type.Optional(Type.String()),
    items: Type.Optional(Type.Array(Type.String(), { description: '缺哪几栏，按标题；整张表、整行没有的不写' })),
  },
  strict,
)
export type CauseView = Static<typeof CauseView>

export const CoverageView = Type.Object(
  { expected: Type.Integer(), reported: Type.Integer(), not_applicable: Type.Integer() },
  strict,
)
export type CoverageView = Static<typeof CoverageView>

/** The standard as it applied to one subject, with the parameter entry that gave the number. */
export const AppliedStandard = Type.Object(
  {
    text: Type.String({ description: '如 ≥ 4.2 人/百名学生' }),
    value: Type.Optional(Type.String()),
    parameter: Type.Optional(Type.String()),
    /** Why a conditional or transitional entry applied. */
    reason: Type.Optional(Type.String()),
    transitional: Type.Optional(Type.Boolean()),
    evidence: Type.Optional(Type.Array(Type.String())),
    basis: Type.Optional(Basis),
    verified: Type.Optional(Verified),
  },
  strict,
)
export type AppliedStandard = Static<typeof AppliedStandard>

export const Gap = Type.Object(
  {
    /** Exact missing amount of `of`, rounded up to its step. */
    amount: Type.String(),
    unit: Type.Optional(Type.String()),
    of: Type.String(),
    text: Type.String({ description: '如 还差17名' }),
  },
  strict,
)
export type Gap = Static<typeof Gap>

/** One figure: a node of the pack (element or indicator) at one subject. Its id is `node@subject`. */
export const Figure = Type.Object(
  {
    id: Type.String(),
    node: Type.String(),
    subject: Type.String(),
    status: ValueStatus,
    /** Exact: decimal text, `n/d`, truth or text. Present when known or doubtful. */
    value: Type.Optional(Type.String()),
    /** Rounded by the stated rule, without unit; 未报, 不适用 or 错误 otherwise. */
    shown: Type.String(),
    state: Type.Optional(State),
    /** Level reached, of items that have levels; absent while missing data leave it open. */
    level: Type.Optional(Type.String()),
    standard: Type.Optional(AppliedStandard),
    gap: Type.Optional(Gap),
    coverage: Type.Optional(CoverageView),
    causes: Type.Optional(Type.Array(CauseView)),
  },
  strict,
)
export type Figure = Static<typeof Figure>

/** A node of the pack as readers see it. */
export const NodeView = Type.Object(
  {
    id: Type.String(),
    kind: Type.Union([Type.Literal('element'), Type.Literal('indicator')]),
    no: Type.Optional(Type.String()),
    title: Type.String(),
    wording: Type.Optional(Type.String()),
    grain: Type.String(),
    unit: Type.Optional(Type.String()),
    decimals: Type.Optional(Type.Integer()),
    percent: Type.Optional(Type.Boolean()),
    lacking: Type.Optional(Type.Boolean({ description: '数的是缺多少：读作缺几，0 读作不缺' })),
    /** Canonical Chinese, by stage where it differs. */
    formula: Type.Record(Type.String(), Type.String(), { description: '学段→公式；不分学段时键为空串' }),
    standard: Type.Optional(Type.Record(Type.String(), Type.String())),
    basis: Type.Optional(Basis),
    verified: Type.Optional(Verified),
  },
  strict,
)
export type NodeView = Static<typeof NodeView>

export const Subject = Type.Object(
  {
    id: Type.String(),
    grain: Type.String(),
    /** Values of the grain's dimensions. */
    dimensions: Type.Record(Type.String(), Type.String()),
    name: Type.String(),
    /** Code of the reporting unit, where the grain has one. */
    unit: Type.Optional(Type.String()),
    included: Type.Boolean(),
    exclusion: Type.Optional(Type.Object({ reason: Type.String(), basis: Type.Optional(Basis) }, strict)),
    /** Columns of the register of units, shown beside the name (所属乡镇, 城乡类型 …): title → text. */
    attributes: Type.Record(Type.String(), Type.String()),
  },
  strict,
)
export type Subject = Static<typeof Subject>

const Counts = Type.Object(
  {
    met: Type.Integer(),
    unmet: Type.Integer(),
    undecided: Type.Integer(),
    not_applicable: Type.Integer(),
    error: Type.Integer(),
  },
  strict,
)

export const ItemView = Type.Object(
  {
    indicator: Type.String(),
    state: State,
    /** Over the included subjects of the indicator's grain. */
    counts: Counts,
    /** County-wide sum of the gaps where the unit allows adding. */
    gap: Type.Optional(Gap),
    coverage: Type.Optional(CoverageView),
    /** Smallest set of reporters found whose data would decide an undecided item. */
    deciding: Type.Array(CauseView),
    grounds: Type.Optional(Type.String()),
    evidence: Type.Array(Type.Object({ id: Type.String(), title: Type.String(), given: Type.Boolean() }, strict)),
    responsible: Type.Array(Type.String()),
  },
  strict,
)
export type ItemView = Static<typeof ItemView>

export const SectionView = Type.Object(
  { id: Type.String(), title: Type.String(), state: State, items: Type.Array(ItemView) },
  strict,
)
export type SectionView = Static<typeof SectionView>

const EffectState = Type.Union([
  Type.Literal('struck'),
  Type.Literal('clear'),
  Type.Literal('undecided'),
  Type.Literal('error'),
])

export const EffectView = Type.Object(
  {
    id: Type.String(),
    no: Type.Optional(Type.String()),
    kind: Type.Union([Type.Literal('veto'), Type.Literal('downgrade'), Type.Literal('cap')]),
    title: Type.String(),
    state: EffectState,
    grounds: Type.Optional(Type.String()),
    window: Type.Optional(
      Type.Object(
        {
          years: Type.Integer({ description: '追溯年数，含当年' }),
          struck: Type.Array(Type.Integer(), { description: '发生的年份' }),
          absent: Type.Array(Type.Integer(), { description: '没有数据、未能追溯的年份' }),
          text: Type.String({ description: '以上两项写成的话；都没有时为空' }),
        },
        strict,
      ),
    ),
    causes: Type.Array(CauseView),
    /** When it strikes, in canonical Chinese; runs of older versions lack this and the next. */
    rule: Type.Optional(Type.String()),
    /** Each number that alone, changed by so much, would make it strike, or stop it. */
    distance: Type.Optional(
      Type.Array(
        Type.Object(
          {
            of: Type.String(),
            amount: Type.String(),
            direction: Type.Union([Type.Literal('more'), Type.Literal('less')]),
            text: Type.String({ description: '如 危房面积再增加 1 平方米' }),
          },
          strict,
        ),
      ),
    ),
    /** The rating whose grade it changes, and those rated whom it strikes or may strike. */
    rating: Type.Optional(Type.String()),
    subjects: Type.Optional(
      Type.Array(Type.Object({ subject: Type.String(), name: Type.String(), state: EffectState }, strict)),
    ),
    basis: Basis,
    verified: Verified,
  },
  strict,
)
export type EffectView = Static<typeof EffectView>

/** One 差异系数 taken apart: S² = Σ share of each school. */
export const Dispersion = Type.Object(
  {
    figure: Type.String(),
    title: Type.String(),
    stage: Type.Optional(Type.String()),
    unit: Type.Optional(Type.String()),
    state: State,
    mean: Type.Optional(Type.String()),
    deviation: Type.Optional(Type.String()),
    coefficient: Type.Optional(Type.String()),
    limit: Type.Optional(Type.String()),
    contributions: Type.Array(
      Type.Object(
        {
          subject: Type.String(),
          figure: Type.String(),
          name: Type.String(),
          value: Type.String(),
          weight: Type.String(),
          /** Part of the variance, 0…1, as a decimal with 6 digits. */
          share: Type.String(),
          above: Type.Boolean(),
        },
        strict,
      ),
    ),
    /** Lift every school below `floor` up to it and the limit is just met; `total` is what that takes in the resource's unit. */
    level_up: Type.Optional(
      Type.Object(
        {
          floor: Type.String(),
          schools: Type.Integer(),
          total: Type.String(),
          unit: Type.Optional(Type.String()),
          text: Type.String(),
        },
        strict,
      ),
    ),
    causes: Type.Array(CauseView),
  },
  strict,
)
export type Dispersion = Static<typeof Dispersion>

export const FileView = Type.Object(
  {
    name: Type.String(),
    sha256: Type.String(),
    bytes: Type.Integer(),
    type: Type.String(),
    sheets: Type.Array(
      Type.Object(
        {
          name: Type.String(),
          registers: Type.Array(
            Type.Object({ register: Type.String(), year: Type.Optional(Type.Integer()), rows: Type.Integer() }, strict),
          ),
        },
        strict,
      ),
    ),
  },
  strict,
)
export type FileView = Static<typeof FileView>

/** Everything the main job found: the document `assessment.json`. Schema: docs/assessment.schema.json. */
export const Assessment = Type.Object(
  {
    schema: Type.Literal('eduduty-assessment/1'),
    run: Type.Object(
      {
        id: Type.String(),
        pack: Type.Object(
          { id: Type.String(), version: Type.String(), title: Type.String(), hash: Type.String() },
          strict,
        ),
        snapshot: Type.String({ description: '数据快照的 SHA-256' }),
        year: Type.Integer(),
        evaluated_on: Type.String({ description: '按此日期取有效的标准值' }),
        county: Type.Object({ code: Type.String(), name: Type.String() }, strict),
        program: Type.String(),
      },
      strict,
    ),
    verdict: Type.Object(
      {
        title: Type.String(),
        state: State,
        text: Type.String(),
        reasons: Type.Array(Type.String()),
        deciding: Type.Array(CauseView),
      },
      strict,
    ),
    coverage: Type.Object(
      {
        registers: Type.Array(
          Type.Object(
            {
              register: Type.String(),
              title: Type.String(),
              expected: Type.Integer(),
              reported: Type.Integer(),
              missing: Type.Array(Type.Object({ unit: Type.String(), name: Type.String() }, strict)),
              /** Reported, but items are not filled in or were refused; runs of older versions lack it. */
              owing: Type.Optional(
                Type.Array(
                  Type.Object(
                    {
                      unit: Type.String(),
                      name: Type.String(),
                      columns: Type.Array(Type.Object({ id: Type.String(), title: Type.String() }, strict)),
                    },
                    strict,
                  ),
                ),
              ),
            },
            strict,
          ),
        ),
      },
      strict,
    ),
    effects: Type.Array(EffectView),
    sections: Type.Array(SectionView),
    ratings: Type.Optional(Type.Array(RatingView)),
    /** Materials with a condition; packs without such, and runs of older versions, lack it. */
    asked_evidence: Type.Optional(Type.Array(AskedEvidence)),
    /** What is evaluated, and the tables that were read, with the titles of their columns; runs of older versions lack both. */
    grains: Type.Optional(Type.Array(Type.Object({ id: Type.String(), title: Type.String() }, strict))),
    registers: Type.Optional(
      Type.Array(
        Type.Object(
          {
            id: Type.String(),
            title: Type.String(),
            columns: Type.Array(Type.Object({ id: Type.String(), title: Type.String() }, strict)),
          },
          strict,
        ),
      ),
    ),
    nodes: Type.Array(NodeView),
    subjects: Type.Array(Subject),
    figures: Type.Array(Figure),
    dispersions: Type.Array(Dispersion),
    findings: Type.Array(Finding),
    files: Type.Array(FileView),
    /** County-grain figures of earlier years found in the folder, oldest first, for trends. */
    history: Type.Array(Type.Object({ year: Type.Integer(), state: State, figures: Type.Array(Figure) }, strict)),
  },
  strict,
)
export type Assessment = Static<typeof Assessment>
