import type { NoticeEntry, NoticeReceipt } from '@eduduty/core/desk'

export interface NoticeRow {
  readonly county_code: string
  readonly notice_id: string
  readonly issuer_name: string
  readonly title: string
  readonly body: string
  readonly answer_by: string | null
  readonly made_by: string
  readonly made_at: string
  readonly recalled_at: string | null
  readonly file_name: string | null
}

export interface ReceiptRow {
  readonly unit_id: string
  readonly unit_name: string
  readonly seen_by: string | null
  readonly seen_at: string | null
  readonly answer: string
  readonly reminded_at: string | null
  readonly reminded_by: string | null
}

/** `n` is the notice, or a unit's copy of it. */
export const noticeColumns =
  'n.county_code, n.notice_id, n.issuer_name, n.title, n.body, n.answer_by, n.made_by, n.made_at, n.recalled_at, n.file_name'

export const receiptColumns = 'unit_id, unit_name, seen_by, seen_at, answer, reminded_at, reminded_by'

export const presentNotice = (row: NoticeRow, counts: Pick<NoticeEntry, 'units' | 'seen'>): NoticeEntry => ({
  notice: row.notice_id,
  county: row.county_code,
  title: row.title,
  body: row.body,
  issuer_name: row.issuer_name,
  made_by: row.made_by,
  made_at: row.made_at,
  ...(row.answer_by !== null && { answer_by: row.answer_by }),
  ...counts,
  is_recalled: row.recalled_at !== null,
  ...(row.file_name !== null && { file_name: row.file_name }),
})

export const presentReceipt = (row: ReceiptRow): NoticeReceipt => ({
  unit: row.unit_id,
  unit_name: row.unit_name,
  seen_by: row.seen_by ?? '',
  answer: row.answer,
  reminded_by: row.reminded_by ?? '',
  ...(row.reminded_at !== null && { reminded_at: row.reminded_at }),
  ...(row.seen_at !== null && { seen_at: row.seen_at }),
})
