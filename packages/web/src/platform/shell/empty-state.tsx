import type { ReactNode } from 'react'

/** Nothing to show: says what to do next, with the way there where there is one. */
export function EmptyState(props: { title: string; advice?: string; action?: ReactNode }): ReactNode {
  return (
    <div className="state-panel" role="status">
      <h2>{props.title}</h2>
      {props.advice !== undefined && <p>{props.advice}</p>}
      {props.action}
    </div>
  )
}
