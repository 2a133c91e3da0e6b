import { dayOf } from '@eduduty/core/calendar'
import {
  countInbox,
  type Inbox,
  type InboxItem,
  type InboxPart,
  type InboxTab,
  isOverdue,
  sortInbox,
} from '@eduduty/core/desk'
import { findAppraisalItems } from '../../appraisal/index.ts'
import { findFiringItems } from '../../clocks/index.ts'
import { findFormItems } from '../../collection/index.ts'
import { findTaskItems } from '../../duties/index.ts'
import type { OwnAffairs } from '../../platform/http/own-affairs.ts'
import { findReportItems } from '../../reports/index.ts'
import { findNoticeItems } from '../notices/find-notice-items.ts'
import { findSeen } from './find-seen.ts'

/** Shown at once; each slice gives no more than its most urgent ones either. */
const MOST = 500

type FindItems = (own: OwnAffairs, part: InboxPart) => Promise<readonly InboxItem[]>

const sources: readonly FindItems[] = [
  findFormItems,
  findTaskItems,
  findReportItems,
  findAppraisalItems,
  findFiringItems,
  findNoticeItems,
]

/** The inbox of a person over all modules, and what of it counts. One part after another: the embedded engine has one session. */
export async function listInbox(own: OwnAffairs, tab: InboxTab, now: Date): Promise<Inbox> {
  const today = dayOf(now)
  const waiting = await gather(own, 'waiting')
  const copied = await findUnseen(own)
  const items = await itemsOf(own, tab, { waiting, copied, today })
  return {
    today,
    counts: countInbox(waiting, copied, today),
    items: sortInbox(items, tab).slice(0, MOST),
    is_cut: items.length > MOST,
  }
}

async function gather(own: OwnAffairs, part: InboxPart): Promise<readonly InboxItem[]> {
  const found: InboxItem[] = []
  for (const find of sources) found.push(...(await find(own, part)))
  return found
}

async function findUnseen(own: OwnAffairs): Promise<readonly InboxItem[]> {
  const copied = await gather(own, 'copied')
  const seen = await findSeen(own, copied)
  return copied.filter(({ key }) => !seen.has(key))
}

interface Known {
  readonly waiting: readonly InboxItem[]
  readonly copied: readonly InboxItem[]
  readonly today: string
}

async function itemsOf(
  own: OwnAffairs,
  tab: InboxTab,
  { waiting, copied, today }: Known,
): Promise<readonly InboxItem[]> {
  switch (tab) {
    case 'waiting':
      return waiting
    case 'overdue':
      return waiting.filter((item) => isOverdue(item, today))
    case 'copied':
      return copied
    default:
      return gather(own, tab)
  }
}
