import { isExpired, isLate, isOverdue, type NeedPaper, type NeedRow, stateOfNeed } from '@eduduty/core/archive'
import { type StoredLink, servingOf, verdictOf } from './link-row.ts'
import type { StoredNeed } from './need-row.ts'

/** A need as lists show it, judged today. */
export function presentNeed(row: StoredNeed, links: readonly StoredLink[], year: number, today: string): NeedRow {
  const excused = { waived: row.waived_reason ?? undefined, spared: row.spared_because ?? undefined }
  const standing = stateOfNeed({ papers: links.map(servingOf), waived: excused.waived, spared: excused.spared }, today)
  const due = row.requested_due ?? undefined
  return {
    need: row.need_id,
    catalogue: row.catalogue_id,
    indicator: row.indicator_id,
    indicator_no: row.indicator_no,
    indicator_title: row.indicator_title,
    title: row.title,
    note: row.note,
    file_no: row.file_no,
    unit: row.unit_id,
    unit_name: row.unit_name,
    state: standing.state,
    because: standing.because,
    ...(due !== undefined && { requested_due: due }),
    is_overdue: isOverdue(standing.state, due, today),
    papers: links.filter((link) => !link.is_withdrawn).map((link) => presentPaper(link, year, today)),
  }
}

function presentPaper(link: StoredLink, year: number, today: string): NeedPaper {
  const verdict = verdictOf(link)
  return {
    paper: link.paper_id,
    version: link.version_no,
    title: link.title,
    file_name: link.file_name,
    media: link.media,
    unit_name: link.paper_unit_name,
    is_visible: link.is_visible,
    is_late: isLate(year, { madeOn: link.made_on ?? undefined, filedOn: link.filed_on }),
    is_expired: isExpired({ validUntil: link.valid_until ?? undefined }, today),
    ...(verdict !== undefined && { verdict }),
    reason: link.reason,
    lacks: link.lacks,
    reviewed_by: link.reviewed_by,
  }
}
