import { dayOf } from '@eduduty/core/calendar'
import {
  countInbox,
  type DoneList,
  type Inbox,
  type InboxItem,
  type InboxPart,
  newestFirst,
  sortInbox,
} from '@eduduty/core/desk'
import { findAppraisalItems } from '../../appraisal/index.ts'
import { findEvidenceItems } from '../../archive/index.ts'
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
  findEvidenceItems,
  findFiringItems,
  findNoticeItems,
]

/** The inbox of a person over all modules. One part after another: the embedded engine has one session. */
export async function listInbox(own: OwnAffairs, now: Date): Promise<Inbox> {
  const today = dayOf(now)
  const waiting = await gather(own, 'waiting')
  const begun = await gather(own, 'begun')
  const copied = await findUnseen(own)
  const shown = (items: readonly InboxItem[]) => sortInbox(items).slice(0, MOST)
  return {
    ...{ today, counts: countInbox(waiting, copied, today) },
    ...{ waiting: shown(waiting), begun: shown(begun), copied: newestFirst(copied).slice(0, MOST) },
    is_cut: [waiting, begun, copied].some((items) => items.length > MOST),
  }
}

/** What somebody has done in any module, newest first. */
export async function listDone(own: OwnAffairs): Promise<DoneList> {
  return { items: newestFirst(await gather(own, 'done')).slice(0, MOST) }
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
