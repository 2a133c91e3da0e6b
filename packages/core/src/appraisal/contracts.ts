import { type Static, type TSchema, Type } from 'typebox'
import { RatedSubject } from '../evaluation/index.ts'
import { Basis, Verified } from '../packs/index.ts'
import { AdjustmentRules, AdjustmentView } from './adjustments/adjustment-contracts.ts'
import { AgreementView } from './agreement/agreement-contract.ts'
import { CredibilityView } from './credibility.ts'
import { AppraisalStateSchema } from './state-schema.ts'
import { OutcomeView } from './yearly/outcome-contracts.ts'
import { OwnRank, OwnUnranked } from './yearly/yearly-contracts.ts'

const strict = { additionalProperties: false } as const
const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$', description: '日期，YYYY-MM-DD' })
const Time = Type.String({ description: '时间，ISO 8601' })
const Count = Type.Integer({ minimum: 0 })
const optional = <T extends TSchema>(schema: T) => Type.Optional(schema)

const Holder = Type.Object(
  {
    side: Type.Union([
      Type.Literal('unit'),
      Type.Literal('office'),
      Type.Literal('raters'),
      Type.Literal('appeal_desk'),
      Type.Literal('nobody'),
    ]),
    until: optional(Day),
  },
  strict,
)

/** One line of the list. */
export const AppraisalEntry = Type.Object(
  {
    county_code: Type.String(),
    appraisal_id: Type.String(),
    pack_title: Type.String(),
    rating_title: Type.String(),
    year: Type.Integer(),
    subject_name: Type.String({ description: '被评单位' }),
    state: AppraisalStateSchema,
    state_at: Time,
    state_by: Type.String(),
    holder: Holder,
    self_until: Day,
    rate_until: Day,
    items: Count,
    self_rated: Count,
    handed_in: optional(
      Type.Integer({ minimum: 0, description: '已提交的评分份数（一人一个板块为一份）；看得到评委安排的人才有' }),
    ),
    assigned: optional(Type.Integer({ minimum: 0, description: '要提交的评分份数；看得到评委安排的人才有' })),
    points: optional(Type.String({ description: '结论得分，看得到结论的人才有' })),
    grade: optional(Type.String()),
    version: Count,
    open_adjustments: optional(Type.Integer({ minimum: 0, description: '待决定的加分扣分；组织评议的单位才有' })),
    at_me: Type.Boolean({ description: '现在轮到看的人办' }),
  },
  strict,
)
export type AppraisalEntry = Static<typeof AppraisalEntry>

export const AppraisalList = Type.Object(
  {
    appraisals: Type.Array(AppraisalEntry),
    has_more: Type.Boolean({ description: '还有没有列出的' }),
    years: Type.Array(Type.Integer()),
  },
  strict,
)
export type AppraisalList = Static<typeof AppraisalList>

const Given = { points: optional(Type.String()), level: optional(Type.String()) }

export const EvidenceView = Type.Object(
  {
    name: Type.String(),
    reference: Type.String({ description: '文号、日期或档案号' }),
    link: optional(Type.String({ description: '材料所在：网址、档案盒号' })),
  },
  strict,
)
export type EvidenceView = Static<typeof EvidenceView>

export const OpinionView = Type.Object(
  {
    seat: Type.Integer({ minimum: 1, maximum: 3 }),
    rater: Type.String(),
    ...Given,
    grounds: Type.String(),
    is_mine: Type.Boolean(),
    is_handed_in: Type.Boolean(),
  },
  strict,
)
export type OpinionView = Static<typeof OpinionView>

export const AppraisalItemView = Type.Object(
  {
    item: Type.String(),
    no: Type.String(),
    title: Type.String(),
    wording: Type.String(),
    section: Type.String(),
    full: optional(Type.String()),
    levels: Type.Array(Type.Object({ title: Type.String(), points: optional(Type.String()) }, strict)),
    figure: Type.String({ description: '计算值的标识，点开是它的来历' }),
    standard: Type.String(),
    basis: Type.String(),
    is_unverified: Type.Boolean({ description: '这一项的标准或分值没有核实过原文' }),
    responsible: Type.Array(Type.String()),
    evidence_asked: Type.Array(Type.String()),
    is_idle: Type.Boolean({ description: '按数据不适用，不评' }),
    computed: Type.Object({ shown: Type.String(), ...Given }, strict),
    self: optional(
      Type.Object(
        { ...Given, grounds: Type.String(), deviation_reason: Type.String(), by: Type.String(), at: Time },
        strict,
      ),
    ),
    evidence: Type.Array(EvidenceView),
    returned: optional(Type.Object({ reason: Type.String(), is_open: Type.Boolean() }, strict)),
    opinions: Type.Array(OpinionView),
    settlement: optional(
      Type.Union([Type.Literal('open'), Type.Literal('agreed'), Type.Literal('differs'), Type.Literal('settled')]),
    ),
    verified: optional(Type.Object(Given, strict)),
    may_rate: Type.Boolean({ description: '看的人现在可以为这一项评分' }),
  },
  strict,
)
export type AppraisalItemView = Static<typeof AppraisalItemView>

export const AssignmentView = Type.Object(
  {
    section: Type.String(),
    seat: Type.Integer({ minimum: 1, maximum: 3 }),
    person_id: Type.String(),
    name: Type.String(),
    unit: Type.String(),
    is_mine: Type.Boolean(),
    done: Count,
    handed_in_at: optional(Time),
  },
  strict,
)
export type AssignmentView = Static<typeof AssignmentView>

const PublicationView = Type.Object(
  {
    kind: Type.Union([Type.Literal('announce'), Type.Literal('publish')]),
    version: Count,
    document_no: Type.String(),
    dated_on: Day,
    text: Type.String(),
    until: optional(Day),
    by: Type.String(),
    at: Time,
  },
  strict,
)

export const ResultView = Type.Object(
  {
    version: Type.Integer({ minimum: 1 }),
    kind: Type.Union([Type.Literal('conclusion'), Type.Literal('appeal')]),
    rated: RatedSubject,
    reason: Type.String(),
    by: Type.String(),
    at: Time,
  },
  strict,
)
export type ResultView = Static<typeof ResultView>

export const AppealView = Type.Object(
  {
    appeal_id: Type.String(),
    items: Type.Array(Type.String()),
    grounds: Type.String(),
    by: Type.String(),
    at: Time,
    status: Type.Union([Type.Literal('waiting'), Type.Literal('kept'), Type.Literal('changed')]),
    decision: optional(Type.String()),
    decided_by: optional(Type.String()),
    decided_at: optional(Time),
    version: optional(Count),
  },
  strict,
)
export type AppealView = Static<typeof AppealView>

export const AppraisalPermit = Type.Object(
  { deed: Type.String(), allowed: Type.Boolean(), why: optional(Type.String()) },
  strict,
)
export type AppraisalPermit = Static<typeof AppraisalPermit>

const EventView = Type.Object(
  { action: Type.String(), by: Type.String(), at: Time, reason: Type.String(), says: Type.String() },
  strict,
)

/** How points become a grade, as the pack has it. */
const RatingRule = Type.Object(
  {
    full: Type.String(),
    ladder: Type.Array(Type.Object({ title: Type.String(), when: optional(Type.String()) }, strict)),
    basis: Basis,
    verified: Verified,
  },
  strict,
)

/** Everything of one appraisal that the viewer may see. */
export const AppraisalDetail = Type.Object(
  {
    entry: AppraisalEntry,
    run: Type.String({ description: '评估标识：计算值出自这一次评估' }),
    rating: optional(RatingRule),
    tolerance_percent: Type.String(),
    publicity_days: Count,
    appeal_days: Count,
    returned_until: optional(Day),
    publicity_until: optional(Day),
    appeal_until: optional(Day),
    sections: Type.Array(
      Type.Object({ section: Type.String(), title: Type.String(), full: optional(Type.String()) }, strict),
    ),
    items: Type.Array(AppraisalItemView),
    adjustment_rules: optional(AdjustmentRules),
    adjustments: Type.Array(AdjustmentView, { description: '看的人看得到的加分扣分，按提出的先后' }),
    permits: Type.Array(AppraisalPermit),
    assignments: Type.Array(AssignmentView, { description: '看得到评委安排的人才有' }),
    agreement: optional(AgreementView),
    credibility: optional(CredibilityView),
    results: Type.Array(ResultView),
    publications: Type.Array(PublicationView),
    appeals: Type.Array(AppealView),
    rank: optional(OwnRank),
    unranked: optional(OwnUnranked),
    letter: optional(Type.Object({ number: Type.String(), dated_on: Day }, strict)),
    outcomes: Type.Array(OutcomeView, { description: '结果运用，先后' }),
    record_outcome: optional(
      Type.Object(
        { allowed: Type.Boolean(), why: optional(Type.String()) },
        { ...strict, description: '有权登记的人才有' },
      ),
    ),
    events: Type.Array(EventView),
  },
  strict,
)
export type AppraisalDetail = Static<typeof AppraisalDetail>
