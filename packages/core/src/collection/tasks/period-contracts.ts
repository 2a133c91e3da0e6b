import { type Static, Type } from 'typebox'
import { RequestEntry, TaskEntry } from './contracts.ts'

const strict = { additionalProperties: false } as const
const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$', description: '日期，YYYY-MM-DD' })
const Time = Type.String({ description: '时间，ISO 8601' })
const Id = Type.String({ minLength: 1, maxLength: 64 })
const Count = Type.Integer({ minimum: 0 })

export const PeriodEntry = Type.Object(
  {
    county_code: Type.String(),
    period_id: Type.String(),
    title: Type.String(),
    pack_id: Type.String(),
    pack_title: Type.String(),
    year: Type.Integer(),
    term: Type.String(),
    opens_on: Day,
    closes_on: Day,
    status: Type.Union([Type.Literal('open'), Type.Literal('closed')]),
    opened_by: Type.String(),
    opened_at: Time,
    registers: Count,
    units: Count,
    tasks: Count,
    /** Tasks by state. */
    states: Type.Record(Type.String(), Count),
    overdue: Count,
    requests: Count,
  },
  strict,
)
export type PeriodEntry = Static<typeof PeriodEntry>

export const PeriodList = Type.Object({ periods: Type.Array(PeriodEntry) }, strict)
export type PeriodList = Static<typeof PeriodList>

/** Standards packs to choose from when a period is opened. */
export const PackChoices = Type.Object(
  {
    packs: Type.Array(Type.Object({ pack_id: Type.String(), title: Type.String(), version: Type.String() }, strict)),
  },
  strict,
)
export type PackChoices = Static<typeof PackChoices>

/** What a period may collect: registers of an installed pack, with who is proposed to fill each. */
export const PeriodOffer = Type.Object(
  {
    pack_id: Type.String(),
    pack_title: Type.String(),
    registers: Type.Array(
      Type.Object(
        {
          register: Type.String(),
          title: Type.String(),
          reporter: Type.String(),
          frequency: Type.String(),
          columns: Count,
          proposed: Type.Array(Type.String(), { description: '建议由谁填报：单位标识' }),
          is_needed: Type.Boolean({ description: '标准包的指标要用到它' }),
        },
        strict,
      ),
    ),
    units: Type.Array(
      Type.Object(
        {
          unit_id: Type.String(),
          name: Type.String(),
          code: Type.String(),
          kind: Type.String(),
          school_type: Type.String(),
          township: Type.String(),
        },
        strict,
      ),
    ),
  },
  strict,
)
export type PeriodOffer = Static<typeof PeriodOffer>

export const PeriodPlan = Type.Object(
  {
    register: Id,
    unit_ids: Type.Array(Id, { minItems: 1, maxItems: 5000 }),
    has_first_review: Type.Boolean(),
    /** A window of its own; else that of the period. */
    opens_on: Type.Optional(Day),
    closes_on: Type.Optional(Day),
  },
  strict,
)
export type PeriodPlan = Static<typeof PeriodPlan>

export const OpenPeriodBody = Type.Object(
  {
    title: Type.String({ minLength: 2, maxLength: 80 }),
    pack_id: Id,
    year: Type.Integer({ minimum: 2000, maximum: 2100 }),
    term: Type.Optional(Type.String({ maxLength: 20 })),
    opens_on: Day,
    closes_on: Day,
    review_days: Type.Optional(Type.Integer({ minimum: 1, maximum: 60, description: '每一步审核的天数，缺省 5 天' })),
    copied_from: Type.Optional(Id),
    plans: Type.Array(PeriodPlan, { minItems: 1, maxItems: 60 }),
  },
  strict,
)
export type OpenPeriodBody = Static<typeof OpenPeriodBody>

export const OpenedPeriod = Type.Object({ period_id: Type.String(), tasks: Count }, strict)
export type OpenedPeriod = Static<typeof OpenedPeriod>

/** A plan made from a former period: the same registers and units, dates a year on; units that closed are named. */
export const CopiedPlan = Type.Object(
  {
    title: Type.String(),
    year: Type.Integer(),
    term: Type.String(),
    opens_on: Day,
    closes_on: Day,
    plans: Type.Array(PeriodPlan),
    dropped: Type.Array(Type.String(), { description: '已撤销、不再列入的单位' }),
    added: Type.Array(Type.String(), { description: '上次之后新设、建议列入的单位' }),
  },
  strict,
)
export type CopiedPlan = Static<typeof CopiedPlan>

export const ProgressLine = Type.Object(
  {
    key: Type.String({ description: '乡镇名称、单位类别或台账标识' }),
    title: Type.String(),
    tasks: Count,
    states: Type.Record(Type.String(), Count),
    submitted: Count,
    overdue: Count,
    hard: Count,
  },
  strict,
)
export type ProgressLine = Static<typeof ProgressLine>

export const PeriodProgress = Type.Object(
  {
    period: PeriodEntry,
    by_township: Type.Array(ProgressLine),
    by_kind: Type.Array(ProgressLine),
    by_register: Type.Array(ProgressLine),
    /** Units that have not handed in something, what is due first in front. */
    owing: Type.Array(
      Type.Object(
        {
          unit_id: Type.String(),
          unit_name: Type.String(),
          township: Type.String(),
          tables: Type.Array(Type.String()),
          returned: Type.Array(Type.String(), { description: '其中退回待改的表' }),
          due_on: Day,
          overdue_days: Count,
          reminded_count: Count,
          reminded_at: Type.Optional(Time),
          may_report: Type.Boolean({ description: '还能上报；上报期关闭后，只有退回的和延期的还能' }),
          is_reminded_next: Type.Boolean({ description: '现在催报会催到；今天已催过的、还没有到开始日期的不催' }),
        },
        strict,
      ),
    ),
  },
  strict,
)
export type PeriodProgress = Static<typeof PeriodProgress>

/** What units ask for and nobody has answered. */
export const PeriodRequests = Type.Object(
  { requests: Type.Array(Type.Object({ task: TaskEntry, request: RequestEntry }, strict)) },
  strict,
)
export type PeriodRequests = Static<typeof PeriodRequests>

export const RemindBody = Type.Object(
  {
    /** Which units; empty = everybody who owes something. */
    unit_ids: Type.Array(Id, { maxItems: 5000 }),
    message: Type.Optional(Type.String({ maxLength: 500, description: '在写明未报、退回和期限之后，另外要说的话' })),
  },
  strict,
)
export type RemindBody = Static<typeof RemindBody>

export const Reminded = Type.Object({ units: Count, tasks: Count, skipped_today: Count }, strict)
export type Reminded = Static<typeof Reminded>
