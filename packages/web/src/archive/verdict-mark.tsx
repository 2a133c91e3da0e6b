import { type NeedPaper, reviewVerdictTitles } from '@eduduty/core/archive'
import type { ReactNode } from 'react'
import { StateShape } from '../platform/theme/state-mark.tsx'
import { archiveMessages as says } from './messages.ts'

/** What a reviewer thought of a paper, by shape and word; unread where nobody has looked. */
export function VerdictMark({ verdict }: { verdict: NeedPaper['verdict'] | undefined }): ReactNode {
  if (verdict === undefined)
    return (
      <StateShape tone="archive-state-unread" word={says.unread}>
        <circle cx="8" cy="8" r="6.2" className="light-line" />
        <path d="M8 4.6V8l2.4 1.8" className="light-line" />
      </StateShape>
    )
  const isGood = verdict === 'sufficient'
  return (
    <StateShape tone={isGood ? 'archive-state-ready' : 'archive-state-weak'} word={reviewVerdictTitles[verdict]}>
      <path d={isGood ? 'M3 8.3l3.4 3.4L13 4.6' : 'M4 4l8 8M12 4l-8 8'} className="light-line" />
    </StateShape>
  )
}
