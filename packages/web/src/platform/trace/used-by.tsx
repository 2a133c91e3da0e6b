import { type ReactNode, useState } from 'react'
import { useCurrentRun } from '../run/current-run.tsx'
import { nameFigure } from '../run/run-index.ts'
import { Figure } from './figure.tsx'
import { traceMessages } from './messages.ts'

const FIRST = 12

/** Upward: the figures that stand on this one. */
export function UsedBy(props: { figures: readonly string[] }): ReactNode {
  const { index } = useCurrentRun()
  const [all, setAll] = useState(false)
  if (props.figures.length === 0) return <p className="muted">{traceMessages.noUsedBy}</p>
  const shown = all ? props.figures : props.figures.slice(0, FIRST)
  return (
    <ul className="figure-links">
      {shown.map((id) => {
        const name = nameFigure(index, id)
        return (
          <li key={id}>
            <Figure id={id} shown={name.title} /> <span className="muted">{name.subject}</span>
          </li>
        )
      })}
      {shown.length < props.figures.length && (
        <li>
          <button type="button" className="link" onClick={() => setAll(true)}>
            {traceMessages.more(props.figures.length - shown.length)}
          </button>
        </li>
      )}
    </ul>
  )
}
