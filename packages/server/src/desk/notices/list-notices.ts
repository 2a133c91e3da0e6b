import type { NoticeList, ReceivedNotice } from '@eduduty/core/desk'
import type { Caller } from '../../platform/ctx.ts'
import type { OwnAffairs } from '../../platform/http/own-affairs.ts'
import {
  type NoticeRow,
  noticeColumns,
  presentNotice,
  presentReceipt,
  type ReceiptRow,
  receiptColumns,
} from './notice-row.ts'

const MOST = 200

/** Notices that came to the units of one's posts, those not confirmed first, and those that such a unit has sent; newest first. */
export async function listNotices(own: OwnAffairs): Promise<NoticeList> {
  const may = own.as('desk.notify')
  return {
    received: await listReceived(own),
    sent: may === undefined ? [] : await listSent(own, may),
    may_send: may !== undefined,
  }
}

async function listReceived({ door, atUnits, units }: OwnAffairs): Promise<ReceivedNotice[]> {
  const rows = await door.read(atUnits, ({ db }) =>
    db.run<NoticeRow & ReceiptRow>(
      `select ${noticeColumns}, ${receiptColumns} from desk_notice_units n
       where n.org_path = any($1::text[]) and n.recalled_at is null
       order by n.seen_at is not null, n.made_at desc, n.notice_id limit ${MOST}`,
      [units],
    ),
  )
  return rows.map((row) => ({
    notice: presentNotice(row, { units: 1, seen: row.seen_at === null ? 0 : 1 }),
    receipt: presentReceipt(row),
  }))
}

/** Receipts are counted as far as the sender's posts reach: those of units below do not stand at the sender's own. */
async function listSent({ door, units }: OwnAffairs, sender: Caller): Promise<NoticeList['sent']> {
  const rows = await door.read(sender, ({ db }) =>
    db.run<NoticeRow & { units: number; seen: number }>(
      `select ${noticeColumns}, c.units, c.seen from desk_notices n
       join lateral (select count(*)::int as units, count(seen_at)::int as seen from desk_notice_units u
         where u.county_code = n.county_code and u.notice_id = n.notice_id) as c on true
       where n.org_path = any($1::text[]) order by n.made_at desc, n.notice_id limit ${MOST}`,
      [units],
    ),
  )
  return rows.map(({ units: all, seen, ...row }) => presentNotice(row, { units: all, seen }))
}
