import { type Static, Type } from 'typebox'
import { AppraisalStateSchema } from '../state-schema.ts'

const strict = { additionalProperties: false } as const
const Day = Type.String({ format: 'date', description: '日期，YYYY-MM-DD' })
const Text = Type.String()
const Line = Type.String({ minLength: 1, maxLength: 100, pattern: '\\S' })

/** The appraisals of one rating and year in a county. */
export const YearlySet = Type.Object(
  {
    county: Text,
    county_name: Text,
    year: Type.Integer(),
    pack: Text,
    pack_title: Text,
    rating: Text,
    rating_title: Text,
    units: Type.Integer({ description: '开展了评议的单位' }),
    concluded: Type.Integer({ description: '有结论的单位' }),
  },
  strict,
)
export type YearlySet = Static<typeof YearlySet>

export const YearlySets = Type.Object({ sets: Type.Array(YearlySet) }, strict)
export type YearlySets = Static<typeof YearlySets>

/** A unit with its place among the others. */
export const RankRow = Type.Object(
  {
    appraisal_id: Text,
    unit: Text,
    rank: Type.Integer({ minimum: 1 }),
    tied: Type.Array(Text, { description: '并列的其他单位' }),
    points: Type.String({ description: '得分，按显示规则' }),
    earned: Type.String({ description: '各项得分' }),
    additions: Type.String({ description: '计入的加分' }),
    deductions: Type.String({ description: '计入的扣分' }),
    grade: Text,
    effects: Type.Array(Text, { description: '起作用的否决、降等事项' }),
    state: AppraisalStateSchema,
    letter: Type.Optional(Type.String({ description: '最近一份通知书的文号' })),
  },
  strict,
)
export type RankRow = Static<typeof RankRow>

/** A unit that has no place yet, and why; without an appraisal where none was opened for it. */
export const UnrankedRow = Type.Object(
  { appraisal_id: Type.Optional(Text), unit: Text, state: Type.Optional(AppraisalStateSchema), why: Text },
  strict,
)
export type UnrankedRow = Static<typeof UnrankedRow>

const Step = Type.Object({ allowed: Type.Boolean(), why: Type.Optional(Text) }, strict)

/** What stands on the next letters unless told otherwise. */
export const LetterWords = Type.Object(
  {
    series: Type.String({ description: '机关代字和年份' }),
    office: Type.Optional(Type.String({ description: '上次通知书落款的单位；还没有出过的没有' })),
  },
  strict,
)
export type LetterWords = Static<typeof LetterWords>

export const Ranking = Type.Object(
  {
    set: YearlySet,
    full: Text,
    is_unverified: Type.Boolean({ description: '分值或分数线没有核实过原文' }),
    rows: Type.Array(RankRow),
    unranked: Type.Array(UnrankedRow),
    published: Type.Optional(
      Type.Object(
        {
          document_no: Text,
          dated_on: Day,
          by: Text,
          at: Text,
          is_current: Type.Boolean({ description: '与现在的结论一致' }),
        },
        strict,
      ),
    ),
    publish: Type.Optional(Step),
    letters: Type.Optional(Step),
    letter_words: Type.Optional(LetterWords),
    letters_issued: Type.Integer({ description: '出具了通知书的单位' }),
  },
  strict,
)
export type Ranking = Static<typeof Ranking>

export const PublishRankingBody = Type.Object(
  {
    document_no: Line,
    dated_on: Day,
    reason: Type.Optional(
      Type.String({
        minLength: 2,
        maxLength: 400,
        pattern: '\\S.*\\S',
        description: '还有单位没有名次时，为什么先发布',
      }),
    ),
  },
  strict,
)
export type PublishRankingBody = Static<typeof PublishRankingBody>

export const IssueLettersBody = Type.Object(
  {
    series: Type.String({
      minLength: 2,
      maxLength: 40,
      pattern: '^\\S+〔\\d{4}〕$',
      description: '发文字号的机关代字和年份，如 云教督考〔2026〕；序号由系统接着编',
    }),
    dated_on: Day,
    office: Type.String({ minLength: 2, maxLength: 100, pattern: '\\S', description: '落款的单位' }),
  },
  strict,
)
export type IssueLettersBody = Static<typeof IssueLettersBody>

export const LettersIssued = Type.Object(
  { issued: Type.Integer(), kept: Type.Integer({ description: '原有的仍然有效，没有另出' }) },
  strict,
)
export type LettersIssued = Static<typeof LettersIssued>

/** What a unit sees of its own place, once the office has published it. */
export const OwnRank = Type.Object(
  {
    rank: Type.Integer(),
    is_tied: Type.Boolean(),
    of: Type.Integer(),
    left_out: Type.Optional(Type.Integer({ description: '发布时还没有名次的单位；以前发布的没有' })),
    document_no: Text,
    dated_on: Day,
  },
  strict,
)
export type OwnRank = Static<typeof OwnRank>

/** What a unit without a place sees of the ranking that was published without it. */
export const OwnUnranked = Type.Object(
  {
    why: Text,
    of: Type.Integer({ description: '有名次的单位' }),
    left_out: Type.Optional(Type.Integer()),
    document_no: Text,
    dated_on: Day,
  },
  strict,
)
export type OwnUnranked = Static<typeof OwnUnranked>
