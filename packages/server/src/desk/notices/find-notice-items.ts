import type { InboxItem, InboxPart } from '@eduduty/core/desk'
import type { OwnAffairs } from '../../platform/http/own-affairs.ts'
import { listNotices } from './list-notices.ts'

/** Notices of the inbox: to be confirmed, sent and not confirmed by all, confirmed. */
export async function findNoticeItems(own: OwnAffairs, part: InboxPart): Promise<InboxItem[]> {
  if (part === 'copied') return []
  const { received, sent } = await listNotices(own)
  if (part === 'begun')
    return sent
      .filter(({ units, seen, is_recalled: isRecalled }) => !isRecalled && seen < units)
      .map((notice) => ({
        ...itemOf(notice, `notice:${notice.notice}`),
        deed: '等回执',
        unit_name: `${notice.units}个单位`,
        says: `${notice.units - notice.seen} 个单位没有确认`,
        at: notice.made_at,
      }))
  const isDone = part === 'done'
  return received
    .filter(({ receipt }) => (receipt.seen_at !== undefined) === isDone)
    .map(({ notice, receipt }) => ({
      ...itemOf(notice, `notice:${notice.notice}:${receipt.unit}`),
      unit_name: receipt.unit_name,
      says: !isDone && receipt.reminded_by !== '' ? `${receipt.reminded_by}催回执` : `${notice.issuer_name}发来`,
      ...(isDone
        ? { deed: '已确认', at: receipt.seen_at ?? notice.made_at }
        : { deed: confirmWord(notice), at: notice.made_at }),
    }))
}

const confirmWord = ({ answer_by: day }: { readonly answer_by?: string }): string =>
  day === undefined ? '确认收到' : '回执'

const itemOf = (notice: { notice: string; county: string; title: string; answer_by?: string }, key: string) => ({
  key,
  subject: 'notice' as const,
  county: notice.county,
  id: notice.notice,
  title: notice.title,
  ...(notice.answer_by !== undefined && { due_on: notice.answer_by }),
  may_accept: false,
  may_see: false,
})
