import { type Static, Type } from 'typebox'

const strict = { additionalProperties: false } as const
const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })

/** The parts of the inbox. `copied`: to be known, not to be done. */
export const InboxTab = Type.Union([
  Type.Literal('waiting'),
  Type.Literal('overdue'),
  Type.Literal('begun'),
  Type.Literal('copied'),
  Type.Literal('done'),
])
export type InboxTab = Static<typeof InboxTab>

export const inboxTabTitles: Readonly<Record<InboxTab, string>> = {
  waiting: '待办',
  overdue: '逾期',
  begun: '我发起',
  copied: '抄送',
  done: '已办',
}

/** A part of the system names at most so many lines of a part of the inbox, the most urgent ones. */
export const inboxMost = 200

/** What of an inbox is asked of the slices; what is overdue is seen from what waits. */
export type InboxPart = Exclude<InboxTab, 'overdue'>

export const inboxParts = ['waiting', 'begun', 'copied'] as const satisfies readonly InboxPart[]

/** Which kind of thing a line is about; tells the page where to lead. */
export const InboxSubject = Type.Union([
  Type.Literal('form'),
  Type.Literal('task'),
  Type.Literal('report'),
  Type.Literal('delivery'),
  Type.Literal('appraisal'),
  Type.Literal('evidence'),
  Type.Literal('case'),
  Type.Literal('care'),
  Type.Literal('periodic'),
  Type.Literal('limits'),
  Type.Literal('matching'),
  Type.Literal('reminder'),
  Type.Literal('notice'),
])
export type InboxSubject = Static<typeof InboxSubject>

export const inboxSubjectTitles: Readonly<Record<InboxSubject, string>> = {
  form: '上报',
  task: '职责任务',
  report: '报告',
  delivery: '评估结果上报',
  appraisal: '评议',
  evidence: '佐证材料',
  case: '劝返个案',
  care: '关爱与安置',
  periodic: '定期报告',
  limits: '期限和次数',
  matching: '名册比对',
  reminder: '期限提醒',
  notice: '通知',
}

/** One thing that waits, was done, was begun or is told, of whichever part of the system. */
export const InboxItem = Type.Object(
  {
    /** The same for the same thing, whoever asks and whenever. */
    key: Type.String(),
    subject: InboxSubject,
    county: Type.String(),
    id: Type.String({ description: '哪一件：表、任务、报告、评议的标识' }),
    deed: Type.String({ description: '要办、已办或在办什么，如 填报、确认完成' }),
    title: Type.String(),
    unit_name: Type.String({ description: '关于哪个单位' }),
    says: Type.String({ description: '还缺什么，或在谁那里' }),
    at: Type.String({ description: '从什么时候起，ISO 时间' }),
    due_on: Type.Optional(Day),
    is_over: Type.Optional(Type.Boolean({ description: '说的事已经了结，不计数' })),
    may_accept: Type.Boolean({ description: '可以成批接收' }),
    may_see: Type.Boolean({ description: '可以标为已知' }),
    may_approve: Type.Optional(
      Type.Union([Type.Literal('first-review'), Type.Literal('review')], { description: '可以成批审核，走哪一步' }),
    ),
    acting_for: Type.Optional(
      Type.Object({ delegation: Type.String(), name: Type.String() }, { description: '代谁办理', ...strict }),
    ),
  },
  strict,
)
export type InboxItem = Static<typeof InboxItem>

export const InboxCounts = Type.Object(
  {
    waiting: Type.Integer(),
    overdue: Type.Integer(),
    soon: Type.Integer({ description: '七日内到期，含当天' }),
    copied: Type.Integer({ description: '还没有看过的抄送' }),
  },
  strict,
)
export type InboxCounts = Static<typeof InboxCounts>

export const Inbox = Type.Object(
  {
    today: Day,
    counts: InboxCounts,
    waiting: Type.Array(InboxItem, { description: '待办，急的在前' }),
    begun: Type.Array(InboxItem, { description: '我发起、在别人那里的' }),
    copied: Type.Array(InboxItem, { description: '还没有看过的抄送和提醒' }),
    is_cut: Type.Boolean({ description: '太多，只列出最急的' }),
  },
  strict,
)
export type Inbox = Static<typeof Inbox>

export const DoneList = Type.Object({ items: Type.Array(InboxItem, { description: '办过的，新的在前' }) }, strict)
export type DoneList = Static<typeof DoneList>

export const SeenBody = Type.Object(
  { keys: Type.Array(Type.String({ minLength: 1, maxLength: 300 }), { minItems: 1, maxItems: 500 }) },
  strict,
)
export type SeenBody = Static<typeof SeenBody>
