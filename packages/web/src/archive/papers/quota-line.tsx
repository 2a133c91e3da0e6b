import type { PaperList } from '@eduduty/core/archive'
import { Progress } from 'antd'
import type { ReactNode } from 'react'
import { bytesText } from '../../platform/table/bytes-text.ts'
import { archiveMessages } from '../messages.ts'

const says = archiveMessages.papers

/** How much of the space is used; said in red when little is left. */
export function QuotaLine({
  used_bytes: used,
  quota_bytes: quota,
}: Pick<PaperList, 'used_bytes' | 'quota_bytes'>): ReactNode {
  if (quota === 0) return null
  const percent = Math.min(100, Math.round((used / quota) * 100))
  return (
    <span className="archive-quota">
      <span className="muted">{says.used(bytesText(used), bytesText(quota))}</span>
      <Progress
        size="small"
        percent={percent}
        status={percent >= 90 ? 'exception' : 'normal'}
        aria-label={says.usedLabel}
      />
    </span>
  )
}
