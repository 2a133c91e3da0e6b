import { type Static, Type } from 'typebox'

const strict = { additionalProperties: false } as const
const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })
const Id = Type.String({ minLength: 1, maxLength: 100 })

export const NewNoticeBody = Type.Object(
  {
    county: Type.String({ pattern: '^[0-9]{6}$' }),
    title: Type.String({ minLength: 1, maxLength: 200 }),
    body: Type.String({ minLength: 1, maxLength: 5000 }),
    units: Type.Array(Id, { minItems: 1, maxItems: 2000, description: '发给哪些单位' }),
    answer_by: Type.Optional(Type.String({ ...Day, description: '要求回执的期限；不要求回执的不写' })),
  },
  strict,
)
export type NewNoticeBody = Static<typeof NewNoticeBody>

/** One unit's copy of a notice, and its receipt. */
export const NoticeReceipt = Type.Object(
  {
    unit: Id,
    unit_name: Type.String(),
    seen_by: Type.String({ description: '确认收到的人；空为还没有' }),
    seen_at: Type.Optional(Type.String()),
    answer: Type.String({ description: '回执' }),
    reminded_at: Type.Optional(Type.String({ description: '最近一次催回执' })),
    reminded_by: Type.String({ description: '催的人；没有催过的为空' }),
  },
  strict,
)
export type NoticeReceipt = Static<typeof NoticeReceipt>

/** A notice as it stands in a list: of those that one has sent, or of those that came to one's unit. */
export const NoticeEntry = Type.Object(
  {
    notice: Id,
    county: Type.String(),
    title: Type.String(),
    body: Type.String(),
    issuer_name: Type.String(),
    made_by: Type.String(),
    made_at: Type.String(),
    answer_by: Type.Optional(Day),
    units: Type.Integer(),
    seen: Type.Integer(),
    is_recalled: Type.Boolean(),
    file_name: Type.Optional(Type.String({ description: '附件的文件名' })),
  },
  strict,
)
export type NoticeEntry = Static<typeof NoticeEntry>

export const ReceivedNotice = Type.Object({ notice: NoticeEntry, receipt: NoticeReceipt }, strict)
export type ReceivedNotice = Static<typeof ReceivedNotice>

export const NoticeList = Type.Object(
  { received: Type.Array(ReceivedNotice), sent: Type.Array(NoticeEntry), may_send: Type.Boolean() },
  strict,
)
export type NoticeList = Static<typeof NoticeList>

/** Once somebody was reminded, so many hours pass before they are reminded again. */
export const REMIND_AFTER_HOURS = 4

const NoticeReminder = Type.Object(
  { by: Type.String(), at: Type.String(), units: Type.Integer({ description: '催了几个单位' }) },
  strict,
)

export const NoticeView = Type.Object(
  {
    notice: NoticeEntry,
    receipts: Type.Array(NoticeReceipt),
    reminders: Type.Array(NoticeReminder, { description: '催回执的记录，新的在前' }),
    /** Units that could be reminded now. */
    remindable: Type.Integer(),
  },
  strict,
)
export type NoticeView = Static<typeof NoticeView>

export const NoticeReminded = Type.Object({ units: Type.Integer({ description: '催了几个单位' }) }, strict)
export type NoticeReminded = Static<typeof NoticeReminded>

export const ReceiptBody = Type.Object({ unit: Id, answer: Type.String({ maxLength: 1000 }) }, strict)
export type ReceiptBody = Static<typeof ReceiptBody>
