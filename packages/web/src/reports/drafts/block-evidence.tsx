import { type DraftBlock, figuresOfBlock } from '@eduduty/core/reports'
import type { ReactNode } from 'react'
import { FigureEvidence } from '../../archive/index.ts'
import { CurrentRunProvider, useCurrentRun } from '../../platform/run/current-run.tsx'
import { nameFigure } from '../../platform/run/run-index.ts'
import { SidePanel } from '../../platform/shell/side-panel.tsx'
import { useTraceActions } from '../../platform/trace/trace-context.tsx'
import { firstWords } from './first-words.ts'
import { draftMessages as says } from './messages.ts'

interface BlockEvidenceProps {
  readonly block: DraftBlock
  readonly run: string
  readonly close: () => void
}

/** Figures of one block whose papers are listed; the others are a click away. */
const MOST = 12
/** Characters of the block that say which it is. */
const MOST_WORDS = 120

/** From what a report says to the papers that prove it: of each number, its name and the materials behind it. */
export function BlockEvidence({ block, run, close }: BlockEvidenceProps): ReactNode {
  const figures = figuresOfBlock(block)
  return (
    <SidePanel title={says.evidenceOf} close={close}>
      <p className="muted">{firstWords(block, MOST_WORDS)}</p>
      <CurrentRunProvider run={run} frame={(instead) => instead}>
        {figures.slice(0, MOST).map((figure) => (
          <OfFigure key={figure} figure={figure} />
        ))}
      </CurrentRunProvider>
      {figures.length > MOST && <p className="muted">{says.evidenceMore(figures.length - MOST)}</p>}
    </SidePanel>
  )
}

function OfFigure({ figure }: { figure: string }): ReactNode {
  const { index } = useCurrentRun()
  const { open } = useTraceActions()
  const { title, subject } = nameFigure(index, figure)
  return (
    <section className="panel-section">
      <h3>
        <button type="button" className="link" onClick={() => open(figure)}>
          {`${title} ${subject}`.trim()}
        </button>
      </h3>
      <FigureEvidence figure={figure} isListed />
    </section>
  )
}
