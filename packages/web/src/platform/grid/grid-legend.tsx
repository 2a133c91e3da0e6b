import type { ReactNode } from 'react'
import { cellStates } from './grid-model.ts'
import { gridMessages } from './messages.ts'
import { CellStateLabel } from './state-mark.tsx'

/** The six states in shape and word, and the keys. */
export function GridLegend(): ReactNode {
  return (
    <div className="grid-legend">
      <span className="muted">{gridMessages.legend}</span>
      {cellStates.map((state) => (
        <CellStateLabel key={state} state={state} title={gridMessages.stateHint[state]} />
      ))}
      <details className="grid-keys">
        <summary>{gridMessages.keys}</summary>
        <dl>
          {gridMessages.keyList.map(([keys, does]) => (
            <div key={keys}>
              <dt>{keys}</dt>
              <dd>{does}</dd>
            </div>
          ))}
        </dl>
      </details>
    </div>
  )
}
