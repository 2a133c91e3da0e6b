import type { AppraisalDetail, AppraisalItemView } from '@eduduty/core/appraisal'
import { isAllowed } from './permits.ts'

/** The unit has to rate or mend it, or the viewer has to rate it. */
export function isMine(detail: AppraisalDetail, item: AppraisalItemView): boolean {
  if (item.is_idle) return false
  if (item.may_rate) return !item.opinions.some(({ is_mine: mine }) => mine)
  if (!isAllowed(detail, 'rate_self')) return false
  return detail.returned_until === undefined ? item.self === undefined : item.returned?.is_open === true
}
