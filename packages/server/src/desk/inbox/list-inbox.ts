import { dayOf } from '@eduduty/core/calendar'
import {
  countInbox,
  type DoneList,
  type Inbox,
  type InboxItem,
  type InboxPart,
  inboxMost,
  newestFirst,
  sortInbox,
} from '@eduduty/core/desk'
import { findAppraisalItems } from '../../appraisal/index.ts'
import { findEvidenceItems } from '../../archive/index.ts'
import { findFiringItems } from '../../clocks/index.ts'
import { findFormItems } from '../../collection/index.ts'
import { findTaskItems } from '../../duties/index.ts'
import {
  findCareItems,
  findCaseItems,
  findLimitItems,
  findMatchingItems,
  findPeriodicItems,
} from '../../enrolment/index.ts'
import { findDeliveryItems } from '../../evaluation/index.ts'
import type { OwnAffairs } from '../../platform/http/own-affairs.ts'
import { findReportItems } from '../../reports/index.ts'
import { findNoticeItems } from '../notices/find-notice-items.ts'
import type { DelegatedAffairs } from './delegated-affairs.ts'
import { findSeen } from './find-seen.ts'

/** Shown at once; each slice gives no more than its most urgent ones either. */
const MOST = 500

type FindItems = (own: OwnAffairs, part: InboxPart) => Promise<readonly InboxItem[]>

const sources: readonly FindItems[] = [
  findFormItems,
  findTaskItems,
  findReportItems,
  findDeliveryItems,
  findAppraisalItems,
  findEvidenceItems,
  findCaseItems,
  findCareItems,
  findPeriodicItems,
  findLimitItems,
  findMatchingItems,
  findFiringItems,
  findNoticeItems,
]

/**
 * The inbox of a person over all modules, with what colleagues have delegated to them. One part after another: the embedded
 * engine has one session.
 */
export async function listInbox(
  own: OwnAffairs,
  now: Date,
  delegated: readonly DelegatedAffairs[] = [],
): Promise<Inbox> {
  const today = dayOf(now)
  const waiting = await withDelegated(await gather(own, 'waiting'), delegated)
  const begun = await gather(own, 'begun')
  const copied = await findUnseen(own)
  const shown = ({ items }: Gathered) => sortInbox(items).slice(0, MOST)
  return {
    today,
    counts: countInbox(waiting.items, copied.items, today),
    waiting: shown(waiting),
    begun: shown(begun),
    copied: newestFirst(copied.items).slice(0, MOST),
    is_cut: [waiting, begun, copied].some(({ items, isCut }) => isCut || items.length > MOST),
  }
}

/** What somebody has done in any module, newest first. */
export async function listDone(own: OwnAffairs): Promise<DoneList> {
  return { items: newestFirst((await gather(own, 'done')).items).slice(0, MOST) }
}

interface Gathered {
  readonly items: readonly InboxItem[]
  /** Some part of the system has more than it names. */
  readonly isCut: boolean
}

async function gather(own: OwnAffairs, part: InboxPart): Promise<Gathered> {
  const items: InboxItem[] = []
  let isCut = false
  for (const find of sources) {
    const found = await find(own, part)
    items.push(...found)
    if (found.length >= inboxMost) isCut = true
  }
  return { items, isCut }
}

/** What somebody can do by their own posts is not told twice. */
async function withDelegated(own: Gathered, delegated: readonly DelegatedAffairs[]): Promise<Gathered> {
  const items = [...own.items]
  let { isCut } = own
  for (const { behalf, own: theirs } of delegated) {
    const found = await gather(theirs, 'waiting')
    const known = new Set(items.map(({ key }) => key))
    const actingFor = { delegation: behalf.delegation, name: behalf.name }
    items.push(...found.items.filter(({ key }) => !known.has(key)).map((item) => ({ ...item, acting_for: actingFor })))
    isCut ||= found.isCut
  }
  return { items, isCut }
}

async function findUnseen(own: OwnAffairs): Promise<Gathered> {
  const copied = await gather(own, 'copied')
  const seen = await findSeen(own, copied.items)
  return { ...copied, items: copied.items.filter(({ key }) => !seen.has(key)) }
}
