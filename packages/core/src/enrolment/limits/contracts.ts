import { type Static, Type } from 'typebox'

const strict = { additionalProperties: false } as const
const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })

/** In what a limit is counted: time, years of keeping, or how often. */
export const LimitUnit = Type.Union([
  Type.Literal('自然日'),
  Type.Literal('工作日'),
  Type.Literal('月'),
  Type.Literal('年'),
  Type.Literal('次'),
])
export type LimitUnit = Static<typeof LimitUnit>

/** What a limit is for: stages of a case, what has to be done before a step, periodic reports, visits of care, how long cases are kept. */
export const LimitKind = Type.Union([
  Type.Literal('stage'),
  Type.Literal('times'),
  Type.Literal('report'),
  Type.Literal('visit'),
  Type.Literal('relapse'),
  Type.Literal('retention'),
])
export type LimitKind = Static<typeof LimitKind>

export const limitKindTitles: Readonly<Record<LimitKind, string>> = {
  stage: '个案各阶段的期限',
  times: '办理前至少几次',
  report: '定期报告的期限',
  visit: '关爱走访的间隔',
  relapse: '算作反复的天数',
  retention: '销案后的保管年限',
}

/** The largest that can be meant, by unit: more would be a slip of the pen. */
export const limitMost: Readonly<Record<LimitUnit, number>> = { 自然日: 3660, 工作日: 1000, 月: 120, 年: 100, 次: 99 }

const Amount = Type.Integer({ minimum: 1, maximum: Math.max(...Object.values(limitMost)) })
const LimitId = Type.String({ pattern: '^[a-z][a-z0-9_.]{0,99}$', description: '哪一项，如 clock.stability' })

/** A length, a number of times or of years. */
export const LimitAmount = Type.Object({ amount: Amount, unit: LimitUnit }, strict)
export type LimitAmount = Static<typeof LimitAmount>

/** A limit that no document sets for the whole country: what the pack suggests, if anything, and what the county has decided. */
export const LimitView = Type.Object(
  {
    id: LimitId,
    kind: LimitKind,
    title: Type.String(),
    units: Type.Array(LimitUnit, { minItems: 1, description: '可以用的单位' }),
    suggested: Type.Optional(LimitAmount),
    source: Type.String({ description: '建议值的来源；没有建议值的，为什么没有' }),
    says: Type.String({ description: '提醒、逐级告知怎样走；没有的为空' }),
    decided: Type.Optional(
      Type.Object(
        {
          ...LimitAmount.properties,
          document: Type.String(),
          dated_on: Type.Optional(Day),
          by: Type.String(),
          on: Day,
        },
        strict,
      ),
    ),
  },
  strict,
)
export type LimitView = Static<typeof LimitView>

export const LimitList = Type.Object(
  {
    limits: Type.Array(LimitView),
    may_decide: Type.Boolean({ description: '可以为本县确定' }),
    ask: Type.Array(Type.String(), { description: '可以确定的人：单位、岗位、姓名' }),
    waiting_cases: Type.Integer({ description: '看得见的个案里，因为期限尚未确定没有计时的' }),
    waiting_reports: Type.Integer({ description: '看得见的定期报告里，因为期限尚未确定没有计时的' }),
    waiting_children: Type.Integer({ description: '看得见的关爱对象里，因为走访间隔尚未确定没有计时的' }),
  },
  strict,
)
export type LimitList = Static<typeof LimitList>

export const DecideLimitsBody = Type.Object(
  {
    limits: Type.Array(Type.Object({ id: LimitId, ...LimitAmount.properties }, strict), { minItems: 1, maxItems: 100 }),
    document: Type.String({ minLength: 2, maxLength: 200, pattern: '\\S', description: '依据的文件和文号' }),
    dated_on: Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$', description: '文件的日期' }),
  },
  strict,
)
export type DecideLimitsBody = Static<typeof DecideLimitsBody>

export const LimitsDecided = Type.Object(
  {
    limits: Type.Integer(),
    cases: Type.Integer({ description: '开始计时的个案' }),
    reports: Type.Integer({ description: '开始计时的定期报告' }),
    children: Type.Integer({ description: '开始计时的关爱对象' }),
  },
  strict,
)
export type LimitsDecided = Static<typeof LimitsDecided>
