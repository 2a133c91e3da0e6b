import type { DraftBlock } from '@eduduty/core/reports'
import { Typography } from 'antd'
import type { ReactNode } from 'react'
import { withHeading } from './edited-content.ts'
import { draftMessages as says } from './messages.ts'
import type { ReportDesk } from './use-report.ts'

interface HeadingLineProps {
  readonly block: Extract<DraftBlock, { kind: 'heading' }>
  readonly desk: ReportDesk
  readonly mayWrite: boolean
}

export function HeadingLine({ block, desk, mayWrite }: HeadingLineProps): ReactNode {
  const save = (text: string): void => {
    const heading = text.trim()
    if (heading !== '' && heading !== block.text) void desk.save(withHeading(block.id, heading))
  }
  return (
    <h3 className={`report-heading report-heading-${block.level}`}>
      {mayWrite ? (
        <Typography.Text editable={{ onChange: save, tooltip: says.edit, triggerType: ['text'], maxLength: 200 }}>
          {block.text}
        </Typography.Text>
      ) : (
        block.text
      )}
    </h3>
  )
}
