import type { DraftBlock } from '@eduduty/core/reports'
import { Input } from 'antd'
import { type ReactNode, useState } from 'react'
import { withHeading } from './edited-content.ts'
import { draftMessages as says } from './messages.ts'
import type { ReportDesk } from './use-report.ts'

interface HeadingLineProps {
  readonly block: Extract<DraftBlock, { kind: 'heading' }>
  readonly desk: ReportDesk
  readonly mayWrite: boolean
}

/** A heading; a click opens it, Enter or leaving it keeps what was typed, Esc does not. */
export function HeadingLine({ block, desk, mayWrite }: HeadingLineProps): ReactNode {
  const [typed, setTyped] = useState<string>()
  const keep = async (): Promise<void> => {
    const text = typed?.trim() ?? ''
    if (text === '' || text === block.text || (await desk.save(withHeading(block.id, text)))) setTyped(undefined)
  }
  return (
    <h3 className={`report-heading report-heading-${block.level}`}>
      {typed !== undefined && (
        <Input
          autoFocus
          aria-label={says.edit}
          value={typed}
          maxLength={200}
          onChange={({ target }) => setTyped(target.value)}
          onPressEnter={keep}
          onBlur={keep}
          onKeyDown={({ key }) => key === 'Escape' && setTyped(undefined)}
        />
      )}
      {typed === undefined && !mayWrite && block.text}
      {typed === undefined && mayWrite && (
        <button type="button" className="report-heading-open" title={says.edit} onClick={() => setTyped(block.text)}>
          {block.text}
        </button>
      )}
    </h3>
  )
}
