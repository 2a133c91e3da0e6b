import { type Static, Type } from 'typebox'
import { MatchFinds, MatchLedger } from '../../packs/index.ts'
import { Schooling } from '../cases/schooling.ts'

const strict = { additionalProperties: false } as const
const Count = Type.Integer({ minimum: 0 })
const Time = Type.String({ description: '时间' })
const Reason = Type.String({ minLength: 1, maxLength: 1000 })

/** What one comparison came to. `matched + unmatched = left`; of what is looked for, some are exempt, the rest asked. */
export const MatchResult = Type.Object(
  {
    match: Type.String(),
    title: Type.String(),
    finds: MatchFinds,
    ledger: MatchLedger,
    left_title: Type.String(),
    right_title: Type.String(),
    left: Count,
    right: Count,
    matched: Count,
    unmatched: Count,
    exempt: Count,
    proposed: Count,
    asked: Count,
    warning: Type.String({ description: '结果不全的原因；没有为空' }),
  },
  strict,
)
export type MatchResult = Static<typeof MatchResult>

export const MatchRunView = Type.Object(
  {
    state: Type.Union([Type.Literal('running'), Type.Literal('done'), Type.Literal('failed')]),
    done: Count,
    total: Count,
    year: Type.Integer(),
    started_at: Time,
    started_by: Type.String(),
    problem: Type.Optional(Type.String()),
  },
  strict,
)
export type MatchRunView = Static<typeof MatchRunView>

/** The comparisons of a county: what can be compared, what is under way, what the last run came to. */
export const MatchOverview = Type.Object(
  {
    pack_title: Type.String(),
    years: Type.Array(Type.Integer(), { description: '有数据可比的年度，近的在前' }),
    matches: Type.Array(
      Type.Object(
        {
          match: Type.String(),
          title: Type.String(),
          heading: Type.String({ description: '列在哪个名目下，如四查三比对；空为没有写' }),
          basis: Type.String(),
          is_unverified: Type.Boolean(),
        },
        strict,
      ),
    ),
    run: Type.Optional(MatchRunView),
    results: Type.Array(MatchResult),
    open_proposals: Count,
    open_findings: Count,
  },
  strict,
)
export type MatchOverview = Static<typeof MatchOverview>

export const StartMatchBody = Type.Object({ year: Type.Integer({ minimum: 1949, maximum: 2999 }) }, strict)
export type StartMatchBody = Static<typeof StartMatchBody>

const Piece = Type.Object({ text: Type.String(), differs: Type.Boolean() }, strict)

export const ProposalState = Type.Union([
  Type.Literal('open'),
  Type.Literal('same'),
  Type.Literal('different'),
  Type.Literal('gone'),
])
export type ProposalState = Static<typeof ProposalState>

/** Two rows that may be one child, side by side. */
export const ProposalView = Type.Object(
  {
    proposal: Type.String(),
    match_title: Type.String(),
    left_title: Type.String({ description: '左边是哪张台账，哪个单位的' }),
    right_title: Type.String(),
    points: Type.Integer(),
    is_sure: Type.Boolean(),
    lines: Type.Array(
      Type.Object(
        { title: Type.String(), left: Type.Array(Piece), right: Type.Array(Piece), says: Type.String() },
        strict,
      ),
    ),
    state: ProposalState,
    settled_by: Type.String(),
    why: Type.String(),
    earlier: Type.String({ description: '以前怎样确认的，之后改了什么' }),
  },
  strict,
)
export type ProposalView = Static<typeof ProposalView>

export const ProposalList = Type.Object({ proposals: Type.Array(ProposalView), total: Count }, strict)
export type ProposalList = Static<typeof ProposalList>

export const SettleProposalBody = Type.Object(
  {
    answer: Type.Union([Type.Literal('same'), Type.Literal('different')]),
    why: Reason,
  },
  strict,
)
export type SettleProposalBody = Static<typeof SettleProposalBody>

export const FindingState = Type.Union([
  Type.Literal('open'),
  Type.Literal('confirmed'),
  Type.Literal('excluded'),
  Type.Literal('gone'),
])
export type FindingState = Static<typeof FindingState>

/** Which comparison has found a child, and what it says. */
export const FindingReason = Type.Object(
  { match_title: Type.String(), ledger: MatchLedger, says: Type.String() },
  strict,
)
export type FindingReason = Static<typeof FindingReason>

/** A school that has a child on its roll. */
const RollSchool = Type.Object({ unit: Type.String({ description: '学校代码' }), name: Type.String() }, strict)
export type RollSchool = Static<typeof RollSchool>

/**
 * A child that units have to look after: who, why, and what became of it; one line, however many comparisons have found
 * it, and one answer. Names and numbers are masked.
 */
export const FindingView = Type.Object(
  {
    finding: Type.String({ description: '其中一项的标识，按它核实就核实了全部' }),
    year: Type.Integer({ description: '哪个学年的名册比对出来的' }),
    ledger: MatchLedger,
    reasons: Type.Array(FindingReason, { minItems: 1 }),
    unit_name: Type.String({ description: '由谁核实，几家的用顿号分开' }),
    schools: Type.Array(RollSchool, { description: '双重学籍：学籍在哪几所学校' }),
    kept_by: Type.String({ description: '双重学籍：定由哪所学校保留' }),
    name: Type.String(),
    id_number: Type.String(),
    sex: Type.String(),
    birth_on: Type.String(),
    guardian: Type.String(),
    village: Type.String(),
    school: Type.String(),
    grade: Type.String(),
    state: FindingState,
    found_at: Time,
    settled_by: Type.String(),
    settled_at: Type.Optional(Time),
    why: Type.String(),
    proof: Type.String(),
    earlier: Type.String({ description: '以前怎样处理过' }),
    case_id: Type.Optional(Type.String()),
  },
  strict,
)
export type FindingView = Static<typeof FindingView>

export const FindingList = Type.Object({ findings: Type.Array(FindingView), total: Count }, strict)
export type FindingList = Static<typeof FindingList>

export const SettleFindingBody = Type.Object(
  {
    answer: Type.Union([Type.Literal('confirmed'), Type.Literal('excluded')]),
    why: Reason,
    proof: Type.Optional(Type.String({ maxLength: 500, description: '凭什么：证明名称、文号、日期' })),
    schooling: Type.Optional(Schooling),
    keeps: Type.Optional(Type.String({ maxLength: 40, description: '双重学籍：由哪所学校保留，学校代码' })),
  },
  strict,
)
export type SettleFindingBody = Static<typeof SettleFindingBody>

/** What came of an answer. */
export const FindingSettled = Type.Object(
  { case: Type.Optional(Type.String({ description: '立的个案，或这个孩子已有的个案' })) },
  strict,
)
export type FindingSettled = Static<typeof FindingSettled>

/** What came of a list for visits that was filled and sent back. */
export const DoorListTaken = Type.Object(
  {
    recorded: Type.Integer({ minimum: 0, description: '这次记下几人' }),
    unchanged: Type.Integer({ minimum: 0, description: '以前已记下、没有变化的几人' }),
    waiting: Type.Integer({ minimum: 0, description: '还没有填结果的几人' }),
    opened: Type.Integer({ minimum: 0, description: '这次记下的里面，已立案几件' }),
    problems: Type.Array(
      Type.Object({ row: Type.Integer({ minimum: 1 }), name: Type.String(), says: Type.String() }, strict),
      { description: '没有记下的行：第几行，为什么' },
    ),
  },
  strict,
)
export type DoorListTaken = Static<typeof DoorListTaken>

/** A child at or above the line of a list of risk. */
export const RiskChild = Type.Object(
  {
    list: Type.String(),
    unit_name: Type.String(),
    name: Type.String(),
    id_number: Type.String(),
    sex: Type.String(),
    birth_on: Type.String(),
    school: Type.String(),
    grade: Type.String(),
    points: Count,
    reasons: Type.Array(Type.Object({ says: Type.String(), points: Count }, strict)),
  },
  strict,
)
export type RiskChild = Static<typeof RiskChild>

export const RiskChildren = Type.Object(
  {
    lists: Type.Array(Type.Object({ title: Type.String(), line: Count, is_unverified: Type.Boolean() }, strict)),
    children: Type.Array(RiskChild),
    total: Count,
  },
  strict,
)
export type RiskChildren = Static<typeof RiskChildren>

/** Which findings are wanted; all where nothing is said. */
export const MatchFindingsWanted = Type.Object(
  { state: Type.Optional(FindingState), ledger: Type.Optional(MatchLedger) },
  strict,
)
export type MatchFindingsWanted = Static<typeof MatchFindingsWanted>
