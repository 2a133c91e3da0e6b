import { type Static, Type } from 'typebox'

const strict = { additionalProperties: false } as const
const Day = Type.String({ format: 'date', description: '日期，YYYY-MM-DD' })
const Text = Type.String()

/** What may follow from a result (结果运用). */
export const outcomeKinds = {
  commended: '通报表扬',
  honoured: '表彰',
  rewarded: '奖励',
  talked_to: '约谈',
  to_rectify: '限期整改',
  criticised: '通报批评',
  cut: '扣减奖励或经费',
  barred: '取消评优资格',
  other: '其他',
} as const

export const OutcomeKind = Type.Union([
  Type.Literal('commended'),
  Type.Literal('honoured'),
  Type.Literal('rewarded'),
  Type.Literal('talked_to'),
  Type.Literal('to_rectify'),
  Type.Literal('criticised'),
  Type.Literal('cut'),
  Type.Literal('barred'),
  Type.Literal('other'),
])
export type OutcomeKind = Static<typeof OutcomeKind>

/** Kinds that come with a sum of money. */
export const paidOutcomes: ReadonlySet<OutcomeKind> = new Set(['rewarded', 'cut'])

export function isOutcomeKind(text: string): text is OutcomeKind {
  return Object.hasOwn(outcomeKinds, text)
}

const particulars = {
  kind: OutcomeKind,
  amount: Type.Optional(Type.String({ pattern: '^\\d{1,10}(\\.\\d{1,2})?$', description: '金额，元' })),
  due_on: Type.Optional(Day),
  dated_on: Day,
}

/** One thing that followed from a result. What was struck out stays to be seen. */
export const OutcomeView = Type.Object(
  {
    outcome_id: Text,
    ...particulars,
    document_no: Text,
    grounds: Text,
    by: Text,
    at: Text,
    struck: Type.Optional(Type.Object({ reason: Text, by: Text, at: Text }, strict)),
  },
  strict,
)
export type OutcomeView = Static<typeof OutcomeView>

export const RecordOutcomeBody = Type.Object(
  {
    ...particulars,
    document_no: Type.String({ minLength: 1, maxLength: 100, pattern: '\\S' }),
    grounds: Type.String({ minLength: 2, maxLength: 1000, pattern: '\\S' }),
  },
  strict,
)
export type RecordOutcomeBody = Static<typeof RecordOutcomeBody>

/** Of all units within reach. */
export const OutcomeLine = Type.Object(
  {
    county: Text,
    appraisal_id: Text,
    unit: Text,
    year: Type.Integer(),
    rating_title: Text,
    grade: Text,
    outcome: OutcomeView,
  },
  strict,
)
export type OutcomeLine = Static<typeof OutcomeLine>

export const OutcomeList = Type.Object(
  {
    outcomes: Type.Array(OutcomeLine),
    years: Type.Array(Type.Integer()),
    has_more: Type.Boolean({ description: '还有没有列出的' }),
  },
  strict,
)
export type OutcomeList = Static<typeof OutcomeList>
