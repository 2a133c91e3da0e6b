import type { ChangeEntry, State, WhatIfAnswer } from '@eduduty/core/evaluation'
import type { ReactNode } from 'react'
import { Light } from '../../platform/theme/light.tsx'
import { Figure } from '../../platform/trace/figure.tsx'
import { whatIfMessages as says } from './messages.ts'

/** What follows from the assumptions: the verdict, points and grades, then everything that changes. */
export function AnswerPanel({ answer, readAt }: { answer: WhatIfAnswer; readAt: string }): ReactNode {
  const { verdict, counts, changes } = answer
  const all = counts.judgements + counts.figures
  return (
    <>
      {answer.stale && <p className="note">{says.stale(readAt)}</p>}
      <table className="plain what-if-verdict">
        <thead>
          <tr>
            <th />
            <th>{says.before}</th>
            <th>{says.after}</th>
          </tr>
        </thead>
        <tbody>
          <TurnRow title={verdict.title} before={verdict.before} after={verdict.after} />
          {answer.ratings.slice(0, 12).map((one) => (
            <tr key={`${one.title} ${one.subject}`}>
              <td>
                {one.title} · {one.subject}
              </td>
              <td className="number">
                {one.before.shown} · {one.grade_before}
              </td>
              <td className="number">
                {one.after.shown} · {one.grade_after}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="what-if-counts" aria-live="polite">
        {all === 0 ? says.nothing : says.counts(counts.judgements, counts.turned, counts.figures)}
      </p>
      {changes.length > 0 && <ChangeTable changes={changes} />}
      {all > changes.length && <p className="muted">{says.more(all - changes.length)}</p>}
    </>
  )
}

function TurnRow({ title, before, after }: { title: string; before: State; after: State }): ReactNode {
  return (
    <tr>
      <td>{title}</td>
      <td>
        <Light state={before} />
      </td>
      <td>
        <Light state={after} />
      </td>
    </tr>
  )
}

function ChangeTable({ changes }: { changes: readonly ChangeEntry[] }): ReactNode {
  return (
    <div className="what-if-changes">
      <table className="plain">
        <thead>
          <tr>
            <th>{says.change.subject}</th>
            <th>{says.change.title}</th>
            <th className="align-right">{says.change.before}</th>
            <th className="align-right">{says.change.after}</th>
          </tr>
        </thead>
        <tbody>
          {changes.map((one) => (
            <tr key={one.figure ?? `${one.kind} ${one.subject} ${one.title}`}>
              <td>{one.subject}</td>
              <td>{one.title}</td>
              <td className="align-right nowrap">
                {one.figure === undefined ? (
                  one.before
                ) : (
                  <Figure id={one.figure} shown={one.before} title={one.title} state={one.state_before} />
                )}
              </td>
              <td className={`align-right number nowrap ${toneOf(one)}`}>{one.after}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** Better and worse are told by the light; what only moves stays plain. */
function toneOf({ state_before: before, state_after: after }: ChangeEntry): string {
  if (before === after) return ''
  if (after === 'met') return 'what-if-better'
  return after === 'unmet' || after === 'error' ? 'wrong' : ''
}
