import { type DraftBlock, figuresOfBlock } from '@eduduty/core/reports'
import { getRouteApi } from '@tanstack/react-router'
import { Button } from 'antd'
import { type ReactNode, useContext } from 'react'
import { useMay } from '../../platform/session/session-context.tsx'
import { BlockEvidence } from './block-evidence.tsx'
import { draftMessages as says } from './messages.ts'
import { TracedRun } from './report-traces.tsx'

const route = getRouteApi('/shell/plain/reports/$county/$report')

/** Way from a block with numbers to the papers behind them; always in sight, for it is no tool of editing. */
export function EvidenceButton({ block }: { block: DraftBlock }): ReactNode {
  const navigate = route.useNavigate()
  const mayProve = useMay()('archive.read')
  const run = useContext(TracedRun)
  if (!mayProve || run === undefined || figuresOfBlock(block).length === 0) return null
  return (
    <Button
      size="small"
      type="text"
      title={says.evidence}
      aria-label={says.evidence}
      onClick={() => navigate({ search: (before) => ({ ...before, at: block.id, evidence: 'true' }) })}
    >
      {says.evidenceShort}
    </Button>
  )
}

/** The papers behind the block that the address names, so that the way back from the archive ends where it began. */
export function ReportEvidence({ blocks }: { blocks: readonly DraftBlock[] }): ReactNode {
  const { at, evidence } = route.useSearch()
  const navigate = route.useNavigate()
  const mayProve = useMay()('archive.read')
  const run = useContext(TracedRun)
  const block = evidence === 'true' ? blocks.find(({ id }) => id === at) : undefined
  if (!mayProve || run === undefined || block === undefined) return null
  const close = () => navigate({ search: (before) => ({ ...before, evidence: undefined }) })
  return <BlockEvidence block={block} run={run} close={close} />
}
