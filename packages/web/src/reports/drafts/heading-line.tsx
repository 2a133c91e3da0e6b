import type { DraftBlock } from '@eduduty/core/reports'
import type { ReactNode } from 'react'
import { withHeading } from './edited-content.ts'
import { LineField } from './line-field.tsx'
import type { ReportDesk } from './use-report.ts'

interface HeadingLineProps {
  readonly block: Extract<DraftBlock, { kind: 'heading' }>
  readonly desk: ReportDesk
  readonly mayWrite: boolean
}

/** A heading whose words are the writer's. */
export function HeadingLine({ block, desk, mayWrite }: HeadingLineProps): ReactNode {
  const keep = (text: string): Promise<boolean> => desk.save(withHeading(block.id, text))
  return (
    <h3 className={`report-heading report-heading-${block.level}`}>
      <LineField text={block.text} keep={mayWrite ? keep : undefined} />
    </h3>
  )
}
