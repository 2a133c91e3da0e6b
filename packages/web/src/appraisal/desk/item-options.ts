import type { AppraisalDetail } from '@eduduty/core/appraisal'

/** The items that are rated, to choose from. */
export function itemOptions({ items }: AppraisalDetail): { value: string; label: string }[] {
  return items
    .filter(({ is_idle: isIdle }) => !isIdle)
    .map(({ item, no, title }) => ({ value: item, label: `${no} ${title}`.trim() }))
}
