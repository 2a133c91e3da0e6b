import { dayOf } from '@eduduty/core/calendar'
import {
  type CaseEventView,
  type CaseView,
  changesOf,
  isUnsourced,
  refusalOfChange,
  stateTitle,
} from '@eduduty/core/enrolment'
import { maskIdNumber, maskName, maskPhone, scopesFor } from '@eduduty/core/identity'
import { areaPath, isWithin } from '@eduduty/core/organizations'
import type { CaseLine } from '@eduduty/core/packs'
import { findClocks, readCalendar } from '../../../clocks/index.ts'
import type { Ctx } from '../../../platform/ctx.ts'
import { reaching } from '../../../platform/db/reaching.ts'
import { readHolders } from '../../holding/read-holders.ts'
import { inCounty } from '../../limits/read-decided.ts'
import { mayAddPicture } from '../../pictures/may-add-picture.ts'
import { presentPictures } from '../../pictures/present-pictures.ts'
import { type CaseActing, decidesFor, linesFor, visits } from '../acting.ts'
import { findCasework, type PinnedCasework } from '../definitions/find-casework.ts'
import { type TracedCase, traceCase } from '../definitions/trace-case.ts'
import { type CaseFileRow, readCaseFiles } from '../files/case-files.ts'
import { takesPictures } from '../files/takes-pictures.ts'
import { findHandover } from '../handovers/present-handover.ts'
import { listPapers } from '../papers/list-papers.ts'
import { openChildNumber } from '../store/child-numbers.ts'
import { readEvents, type StoredEvent } from '../store/event-row.ts'
import { type CaseKey, getHoldings, type StoredHolding } from '../store/holding-row.ts'
import { offerSteps } from './offer-steps.ts'
import { presentRow } from './present-row.ts'
import { waitsFor } from './waits-for.ts'

/**
 * A case as somebody may see it, and what they may do with it now. Every reading is one event of the log. Errors:
 * `enrolment.case_not_found`.
 */
export async function readCase(acting: CaseActing, key: CaseKey): Promise<CaseView> {
  const { ctx, keyring, grants } = acting
  const reached = await getHoldings(ctx, key)
  const [row] = reached
  const stored = (await readEvents(ctx.db, key)).filter((event) => isSeen(acting, key.county, event))
  const today = dayOf(ctx.now)
  const traced = await traceCase(ctx.db, row, stored)
  const { state, pinned } = traced
  const holds = row.until_on === null
  const clock = holds ? await presentClock(acting, row) : undefined
  const handover = await findHandover(acting, key)
  const lines = holds ? linesFor(acting, reached) : []
  const idNumber = openChildNumber(keyring, row, 'id_number', row.id_number_sealed)
  const phone = openChildNumber(keyring, row, 'phone', row.phone_sealed)
  ctx.audit({
    action: 'enrolment.read_case',
    subject: `${row.township_name}${maskName(row.child_name)}`,
    detail: { case: key.case },
  })
  const { earlier_case: earlier, days_clean: days } = row
  const files = await readCaseFiles(ctx.db, row)
  const calendar = await readCalendar(ctx.db, key.county)
  const decided = await inCounty(ctx.db, key.county, pinned)
  const isUndecided = row.clock_id === null
  return {
    row: presentRow(row, pinned, { today, mayContact: visits(acting, reached) }),
    id_number: idNumber === undefined ? '' : maskIdNumber(idNumber),
    guardian: row.guardian === '' ? '' : maskName(row.guardian),
    guardian_phone: phone === undefined ? '' : maskPhone(phone),
    address: row.address,
    grounds: row.grounds,
    casework: presentCasework(row, traced),
    ...(await presentNewer(ctx, row, traced, lines)),
    ...(clock !== undefined && { clock }),
    holders: await readHolders(ctx, 'enrolment_holdings', { county: key.county, id: key.case }),
    ...(await waitsFor(ctx, row, lines)),
    ...(earlier !== null && { earlier: { case: earlier, days_clean: days ?? 0 } }),
    ...(handover !== undefined && { handover }),
    events: stored.map((event, at) => ({
      ...presentEvent(event, at + 1, traced.heldAt(event)),
      ...attachmentsOf(acting, pinned, event, { files, holds }),
    })),
    papers: row.destroyed_on === null ? await listPapers(ctx, key) : [],
    ...(row.destroyed_on !== null && { destroyed_on: row.destroyed_on }),
    steps: holds ? offerSteps(decided, state, { lines, today, dueOn: clock?.due_on, isUndecided, calendar }) : [],
    may_note: lines.length > 0 && row.destroyed_on === null,
    may_hand_over:
      row.closed_on === null && handover?.state !== 'offered' && (lines.includes('学校') || lines.includes('县')),
    may_reveal:
      holds &&
      row.destroyed_on === null &&
      scopesFor(grants, 'enrolment.reveal').some((scope) => isWithin(row.org_path, scope)),
  }
}

/** What is private is for the people of the unit that wrote it, and for whoever decides for the county: not for all who see it. */
function isSeen(acting: CaseActing, county: string, { is_private: isPrivate, org_path: path }: StoredEvent): boolean {
  return !isPrivate || acting.grants.some(({ unit }) => unit === path) || decidesFor(acting, county)
}

/** The time limit stands with whoever works on the case; whoever holds it may know of it. */
async function presentClock({ ctx }: CaseActing, { county_code: county, case_id: id, clock_id: clock }: StoredHolding) {
  if (clock === null) return undefined
  const clocks = await reaching(ctx, [areaPath(county)], () => findClocks(ctx.db, county, 'enrolment.case', [id]))
  return clocks.get(id)?.find((one) => one.clock === clock)
}

const presentCasework = (
  { pack, version, content_hash: hash }: StoredHolding,
  { pinned: { casework }, since }: TracedCase,
) => ({
  pack,
  version,
  hash,
  title: casework.title,
  since,
  is_unverified: isUnsourced(casework),
})

/** The definition by which cases are opened now, where an open case is still handled by another. */
async function presentNewer(
  { db }: Ctx,
  { content_hash: hash, until_on: until }: StoredHolding,
  { state, pinned }: TracedCase,
  lines: readonly CaseLine[],
): Promise<Pick<CaseView, 'newer'>> {
  if (until !== null || state.closedOn !== undefined) return {}
  const found = await findCasework(db)
  if (found.hash === hash) return {}
  const isPossible = refusalOfChange(found.casework, state) === undefined
  const changes = [...changesOf(pinned.casework, found.casework)]
  return {
    newer: { version: found.version, changes, is_possible: isPossible, may: isPossible && lines.includes('县') },
  }
}

const titles = {
  open: '立案',
  note: '记录',
  moved: '转校',
  handed_over: '转往外县',
  redefined: '改按现行个案办法',
} as const

function titleOf({ type, step, line }: StoredEvent, { steps }: PinnedCasework['casework']): string {
  if (type === 'step') return steps.find(({ id }) => id === step)?.title ?? step ?? ''
  return type === 'moved' && line === '乡镇' ? '转到另一乡镇' : titles[type]
}

function presentEvent(
  event: StoredEvent,
  no: number,
  { casework }: PinnedCasework,
): Omit<CaseEventView, 'files' | 'attach_key'> {
  const { proof, exit, state } = event
  const exitTitle = casework.exits.find(({ id }) => id === exit)?.title
  return {
    no,
    on: event.on_day,
    says: event.says,
    unit_name: event.unit_name,
    line: event.line,
    by: event.person_name,
    title: titleOf(event, casework),
    fields: [
      ...event.fields,
      ...(exitTitle === undefined ? [] : [{ title: '去向', text: exitTitle }]),
      ...(proof === '' ? [] : [{ title: '证明材料', text: proof }]),
      ...(event.amount === null ? [] : [{ title: '延长', text: String(event.amount) }]),
    ],
    state_title: stateTitle(casework, state),
    at: event.recorded_at,
    approved_by: event.approved_by,
    is_private: event.is_private,
  }
}

interface Attached {
  readonly files: readonly CaseFileRow[]
  readonly holds: boolean
}

/** Pictures of an event, and whether the reader may add more. */
function attachmentsOf(
  { ctx }: CaseActing,
  { casework }: PinnedCasework,
  event: StoredEvent,
  { files, holds }: Attached,
): Pick<CaseEventView, 'files' | 'attach_key'> {
  const mayAdd = holds && takesPictures(casework, event) && mayAddPicture(ctx, event)
  return presentPictures(files, { no: event.event_no, key: mayAdd ? event.record_key : null })
}
