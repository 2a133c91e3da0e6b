import type { ReactNode } from 'react'

/** Nothing to show: says what to do next. `code` is a command to type. */
export function EmptyState(props: { title: string; advice?: string; code?: string; action?: ReactNode }): ReactNode {
  return (
    <div className="state-panel" role="status">
      <h2>{props.title}</h2>
      {props.advice !== undefined && <p>{props.advice}</p>}
      {props.code !== undefined && <pre>{props.code}</pre>}
      {props.action}
    </div>
  )
}
