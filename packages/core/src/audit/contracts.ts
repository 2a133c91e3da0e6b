import { type Static, Type } from 'typebox'

const strict = { additionalProperties: false } as const
const day = { pattern: '^\\d{4}-\\d{2}-\\d{2}$' } as const
const short = { minLength: 1, maxLength: 200 } as const

export const AuditResultName = Type.Union([Type.Literal('done'), Type.Literal('denied'), Type.Literal('failed')])

/** Which events: each condition narrows. Days are China's, both included. */
export const EventFilter = Type.Object(
  {
    from: Type.Optional(Type.String({ ...day, description: '起始日期' })),
    to: Type.Optional(Type.String({ ...day, description: '截止日期（含）' })),
    person: Type.Optional(Type.String({ ...short, description: '操作人姓名或标识的一部分' })),
    action: Type.Optional(Type.String({ ...short, description: '动作' })),
    result: Type.Optional(AuditResultName),
    text: Type.Optional(Type.String({ ...short, description: '对象、理由、补充内容、来源地址中的文字' })),
    unit: Type.Optional(Type.String({ ...short, description: '单位的组织路径，含其下级' })),
  },
  strict,
)
export type EventFilter = Static<typeof EventFilter>

export const EventPage = Type.Object(
  {
    ...EventFilter.properties,
    before: Type.Optional(Type.String({ minLength: 1, maxLength: 100, description: '上一页最后一条的 cursor' })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500 })),
  },
  strict,
)
export type EventPage = Static<typeof EventPage>

/** One event in words; text is made visible: nothing in it can break a line or turn round. */
export const EventView = Type.Object(
  {
    county_code: Type.String(),
    event_no: Type.Integer(),
    occurred_at: Type.String({ description: '时间，ISO，UTC' }),
    actor_id: Type.String(),
    actor_name: Type.String(),
    address: Type.String(),
    request_id: Type.String(),
    action: Type.String(),
    action_title: Type.String(),
    subject: Type.String(),
    result: AuditResultName,
    reason: Type.String(),
    detail: Type.Array(Type.Object({ name: Type.String(), value: Type.String() }, strict)),
    org_path: Type.String(),
    unit: Type.String({ description: '单位名称；查不到时为组织路径' }),
    unit_above: Type.String({ description: '上级单位名称，高的在前' }),
    key_id: Type.String(),
    mac: Type.String(),
    cursor: Type.String(),
  },
  strict,
)
export type EventView = Static<typeof EventView>

export const EventList = Type.Object(
  { events: Type.Array(EventView), more: Type.Boolean({ description: '还有更早的' }) },
  strict,
)
export type EventList = Static<typeof EventList>

export const ActionEntry = Type.Object({ action: Type.String(), title: Type.String() }, strict)
export type ActionEntry = Static<typeof ActionEntry>

export const FindingView = Type.Object(
  {
    county: Type.String(),
    kind: Type.String(),
    severity: Type.Union([Type.Literal('wrong'), Type.Literal('note')]),
    from: Type.Optional(Type.Integer()),
    to: Type.Optional(Type.Integer()),
    at: Type.Optional(Type.String()),
    says: Type.String(),
    advice: Type.String(),
  },
  strict,
)
export type FindingView = Static<typeof FindingView>

export const ChainView = Type.Object(
  {
    county: Type.String(),
    chain_id: Type.String(),
    events: Type.Integer(),
    first_at: Type.Optional(Type.String()),
    last_at: Type.Optional(Type.String()),
    last_checkpoint: Type.Optional(Type.Object({ no: Type.Integer(), at: Type.String() }, strict)),
  },
  strict,
)
export type ChainView = Static<typeof ChainView>

/** What verification found. `ok`: nothing wrong; notes may still ask for an explanation. */
export const VerifyReport = Type.Object(
  {
    ok: Type.Boolean(),
    chains: Type.Array(ChainView),
    findings: Type.Array(FindingView),
    left_out: Type.Integer({ description: '没有逐条列出的' }),
    checkpoints: Type.Integer({ description: '核对过的检查点' }),
    tolerance_seconds: Type.Integer({ description: '时间倒退不超过它的不算' }),
  },
  strict,
)
export type VerifyReport = Static<typeof VerifyReport>

export const VerifyState = Type.Object(
  {
    state: Type.Union([Type.Literal('none'), Type.Literal('running'), Type.Literal('done'), Type.Literal('failed')]),
    started_at: Type.Optional(Type.String()),
    done: Type.Integer(),
    total: Type.Integer(),
    report: Type.Optional(VerifyReport),
    /** Why it broke off. */
    problem: Type.Optional(Type.String()),
  },
  strict,
)
export type VerifyState = Static<typeof VerifyState>
