import type { WhatIfAnswer } from '@eduduty/core/evaluation'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { CostLine } from './cost-line.tsx'
import type { Draft, DraftEntry } from './draft.ts'
import { placeOf } from './draft.ts'
import { whatIfMessages as says } from './messages.ts'

/** All assumptions of the draft; those that the server could not take say why. */
export function AssumptionList(props: {
  readonly draft: Draft
  readonly refused: WhatIfAnswer['refused']
  readonly onRemove: (entry: DraftEntry) => void
  readonly onClear: () => void
  readonly onSave: () => void
}): ReactNode {
  const { draft, refused } = props
  const reasons = new Map(refused.map(({ index, message }) => [index, message]))
  return (
    <section aria-label={says.assumptions(draft.entries.length)} className="what-if-assumptions">
      <h2>
        {says.assumptions(draft.entries.length)}
        {draft.origin !== undefined && <span className="muted"> · {draft.origin.title}</span>}
      </h2>
      {draft.entries.length === 0 ? (
        <p className="muted">{says.noAssumptions}</p>
      ) : (
        <>
          <div className="what-if-scroll">
            <table className="plain">
              <thead>
                <tr>
                  <th>{says.columns.owner}</th>
                  <th>{says.columns.item}</th>
                  <th className="align-right">{says.columns.now}</th>
                  <th className="align-right">{says.columns.assumed}</th>
                  <th />
                </tr>
              </thead>
              <tbody>
                {draft.entries.map((entry, index) => (
                  <AssumptionRow
                    key={placeOf(entry.assumption)}
                    entry={entry}
                    reason={reasons.get(index)}
                    onRemove={() => props.onRemove(entry)}
                  />
                ))}
              </tbody>
            </table>
          </div>
          <CostLine draft={draft} />
          <p className="what-if-actions">
            <Button size="small" onClick={props.onSave}>
              {says.save}
            </Button>
            <Button size="small" onClick={props.onClear}>
              {says.clear}
            </Button>
          </p>
        </>
      )}
    </section>
  )
}

function AssumptionRow(props: {
  readonly entry: DraftEntry
  readonly reason: string | undefined
  readonly onRemove: () => void
}): ReactNode {
  const { entry, reason } = props
  const { text } = entry.assumption
  return (
    <>
      <tr>
        <td>{entry.owner}</td>
        <td>
          {entry.title}
          {entry.unit !== undefined && <span className="muted">（{entry.unit}）</span>}
        </td>
        <td className="align-right number">{entry.now === '' ? says.notReported : entry.now}</td>
        <td className="align-right number">{text}</td>
        <td className="align-right">
          <button type="button" className="link" onClick={props.onRemove}>
            {says.remove}
          </button>
        </td>
      </tr>
      {reason !== undefined && (
        <tr>
          <td colSpan={5} className="wrong">
            {reason}
          </td>
        </tr>
      )}
    </>
  )
}
