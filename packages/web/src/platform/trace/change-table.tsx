import type { ChangeEntry } from '@eduduty/core/evaluation'
import type { ReactNode } from 'react'
import { Figure } from './figure.tsx'

export interface ChangeRow {
  readonly key: string
  readonly change: ChangeEntry
  /** When it happened, where that is told. */
  readonly at?: string
}

interface ChangeTableProps {
  readonly rows: readonly ChangeRow[]
  readonly columns: Readonly<Record<'subject' | 'title' | 'before' | 'after', string>> & { readonly at?: string }
  /** What it was is kept with its chain: a click walks back along it. */
  readonly isTraced?: boolean
}

/** What changes from what to what: judgements, points and numbers alike. */
export function ChangeTable({ rows, columns, isTraced = false }: ChangeTableProps): ReactNode {
  return (
    <table className="plain">
      <thead>
        <tr>
          {columns.at !== undefined && <th>{columns.at}</th>}
          <th>{columns.subject}</th>
          <th>{columns.title}</th>
          <th className="align-right">{columns.before}</th>
          <th className="align-right">{columns.after}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, at, change }) => (
          <tr key={key}>
            {columns.at !== undefined && <td className="nowrap number">{at}</td>}
            <td>{change.subject}</td>
            <td>{change.title}</td>
            <td className="align-right number nowrap">
              {isTraced && change.figure !== undefined ? (
                <Figure id={change.figure} shown={change.before} title={change.title} state={change.state_before} />
              ) : (
                change.before
              )}
            </td>
            <td className={`align-right number nowrap ${toneOf(change)}`}>{change.after}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Changes that come without an order of their own. */
export const changeRows = (changes: readonly ChangeEntry[]): readonly ChangeRow[] =>
  changes.map((change) => ({ key: change.figure ?? `${change.kind} ${change.subject} ${change.title}`, change }))

/** Better and worse are told by the light; what only moves stays plain. */
function toneOf({ state_before: before, state_after: after }: ChangeEntry): string {
  if (before === after) return ''
  if (after === 'met') return 'better'
  return after === 'unmet' || after === 'error' ? 'wrong' : ''
}
