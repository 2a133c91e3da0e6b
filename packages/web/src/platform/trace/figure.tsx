import type { Figure as FigureData, State } from '@eduduty/core/evaluation'
import { type ReactNode, useContext } from 'react'
import { StateMark } from '../theme/light.tsx'
import { traceMessages } from './messages.ts'
import { InsideTrace, useTraceActions } from './trace-context.tsx'

interface FigureProps {
  /** Id `node@subject`: where a click leads. */
  readonly id: string
  readonly shown: string
  readonly title?: string | undefined
  readonly unit?: string | undefined
  readonly state?: State | undefined
}

/** Every figure on every page is drawn by this, and is therefore clickable down to its cells. */
export function Figure({ id, shown, title, unit, state }: FigureProps): ReactNode {
  const actions = useTraceActions()
  const go = useContext(InsideTrace) ? actions.follow : actions.open
  const label = title === undefined ? undefined : `${title} ${shown}${unit ?? ''}，${traceMessages.title}`
  return (
    <button
      type="button"
      className={state === 'unmet' || state === 'error' ? 'figure figure-wrong' : 'figure'}
      title={traceMessages.open(title ?? shown)}
      aria-label={label}
      data-figure={id}
      onClick={(event) => {
        event.stopPropagation()
        go(id)
      }}
    >
      {state !== undefined && state !== 'met' && <StateMark state={state} />}
      <span className="figure-number">{shown}</span>
      {unit !== undefined && /\d/.test(shown) && <span className="figure-unit">{unit}</span>}
    </button>
  )
}

/** The same from a figure of the wire, without unit: the heading says it. `plain` where the light has a column of its own. */
export function FigureOf(props: { figure: FigureData; title?: string; plain?: boolean }): ReactNode {
  const { figure, plain = false } = props
  return <Figure id={figure.id} shown={figure.shown} title={props.title} state={plain ? undefined : figure.state} />
}
