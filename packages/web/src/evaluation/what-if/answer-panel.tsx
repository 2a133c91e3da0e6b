import type { State, WhatIfAnswer } from '@eduduty/core/evaluation'
import type { ReactNode } from 'react'
import { Light } from '../../platform/theme/light.tsx'
import { ChangeTable, changeRows } from '../../platform/trace/change-table.tsx'
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
      {changes.length > 0 && (
        <div className="what-if-changes">
          <ChangeTable rows={changeRows(changes)} columns={says.change} isTraced />
        </div>
      )}
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
