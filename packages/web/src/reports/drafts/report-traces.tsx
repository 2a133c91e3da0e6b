import { createContext, type ReactNode } from 'react'
import { CurrentRunProvider } from '../../platform/run/current-run.tsx'
import { useMay } from '../../platform/session/session-context.tsx'
import { SidePanel } from '../../platform/shell/side-panel.tsx'
import { TraceProvider } from '../../platform/trace/trace-provider.tsx'
import { draftMessages as says } from './messages.ts'

/** The run whose figures lead on; undefined for whoever may not see evaluations. */
export const TracedRun = createContext<string | undefined>(undefined)

/** Figures of a report lead to their cells for whoever may see evaluations; the run is read when one is clicked. */
export function ReportTraces({ run, children }: { run: string; children: ReactNode }): ReactNode {
  const may = useMay()
  if (!may('evaluation.read')) return children
  return (
    <TraceProvider
      around={(drawer, close) => (
        <CurrentRunProvider
          run={run}
          frame={(instead) => (
            <SidePanel title={says.sourceOfFigure} close={close}>
              {instead}
            </SidePanel>
          )}
        >
          {drawer}
        </CurrentRunProvider>
      )}
    >
      <TracedRun value={run}>{children}</TracedRun>
    </TraceProvider>
  )
}
