import type { NeedPaper, ReviewVerdict } from '@eduduty/core/archive'
import { Button, Input } from 'antd'
import { type ReactNode, useState } from 'react'
import { useChange } from '../../platform/form/use-change.ts'
import { archiveKey, needPath } from '../archive-queries.ts'
import { archiveMessages } from '../messages.ts'

const says = archiveMessages.review

interface ReviewFormProps {
  readonly county: string
  readonly need: string
  readonly paper: NeedPaper
  /** Goes on to the next that nobody has reviewed. */
  readonly reviewed: () => void
}

/** Says whether a paper proves what is required; of one that does not, why. */
export function ReviewForm({ county, need, paper, reviewed }: ReviewFormProps): ReactNode {
  const change = useChange(archiveKey)
  const [reason, setReason] = useState('')
  const [isLacking, setLacking] = useState(false)
  const [sent, setSent] = useState<ReviewVerdict>()
  const { isPending } = change
  const isBlank = reason.trim() === ''
  const send = (verdict: ReviewVerdict): void => {
    const path = `${needPath(county, need)}/papers/${encodeURIComponent(paper.paper)}/review`
    const isFirst = paper.verdict === undefined
    setSent(verdict)
    change.mutate(
      { path, body: { version: paper.version, verdict, reason: reason.trim() }, done: says.done[verdict], shown: true },
      {
        onSuccess: () => {
          setReason('')
          setLacking(false)
          if (isFirst) reviewed()
        },
      },
    )
  }
  return (
    <div className="archive-review">
      <Input.TextArea
        aria-label={says.reason}
        placeholder={says.reason}
        autoSize={{ minRows: 2, maxRows: 6 }}
        maxLength={1000}
        showCount
        status={isLacking && isBlank ? 'error' : ''}
        value={reason}
        onChange={({ target }) => setReason(target.value)}
      />
      {isLacking && isBlank && (
        <p role="alert" className="wrong">
          {says.reasonRule}
        </p>
      )}
      <div className="archive-review-buttons">
        <Button
          type="primary"
          loading={isPending && sent === 'sufficient'}
          disabled={isPending}
          onClick={() => send('sufficient')}
        >
          {says.sufficient}
        </Button>
        <Button
          danger
          loading={isPending && sent === 'insufficient'}
          disabled={isPending}
          onClick={() => (isBlank ? setLacking(true) : send('insufficient'))}
        >
          {says.insufficient}
        </Button>
      </div>
    </div>
  )
}
