import { type NoticeView, REMIND_AFTER_HOURS } from '@eduduty/core/desk'
import type { Ctx } from '../../platform/ctx.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import {
  type NoticeRow,
  noticeColumns,
  presentNotice,
  presentReceipt,
  type ReceiptRow,
  receiptColumns,
} from './notice-row.ts'

export interface NoticeKey {
  readonly county: string
  readonly notice: string
}

/** A notice that was sent, with the receipt of each unit; who has not confirmed first. Errors: `desk.notice_not_found`. */
export async function readNotice({ db, now }: Ctx, { county, notice }: NoticeKey): Promise<NoticeView> {
  const [row] = await db.run<NoticeRow>(
    `select ${noticeColumns} from desk_notices n where n.county_code = $1 and n.notice_id = $2`,
    [county, notice],
  )
  if (row === undefined) throw new AppError('desk.notice_not_found')
  const receipts = await db.run<ReceiptRow>(
    `select ${receiptColumns} from desk_notice_units where county_code = $1 and notice_id = $2
     order by seen_at is not null, org_path`,
    [county, notice],
  )
  const seen = receipts.filter(({ seen_at: at }) => at !== null).length
  const reminders = await db.run<NoticeView['reminders'][number]>(
    `select reminded_by as by, reminded_at as at, units from desk_notice_reminders
     where county_code = $1 and notice_id = $2 order by reminder_no desc`,
    [county, notice],
  )
  const free = new Date(now.getTime() - REMIND_AFTER_HOURS * 3_600_000)
  return {
    notice: presentNotice(row, { units: receipts.length, seen }),
    receipts: receipts.map(presentReceipt),
    reminders,
    remindable: receipts.filter(
      ({ seen_at: at, reminded_at: last }) => at === null && (last === null || new Date(last) <= free),
    ).length,
  }
}
