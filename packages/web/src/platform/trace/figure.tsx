import type { Figure as FigureData, NodeView, State } from '@eduduty/core/evaluation'
import { type ReactNode, useContext } from 'react'
import { platformMessages } from '../messages/messages.ts'
import { DoubtTag, MissingMark, StateMark } from '../theme/light.tsx'
import { traceMessages } from './messages.ts'
import { shownFor } from './shown-of.ts'
import { InsideTrace, useTraceActions } from './trace-context.tsx'

interface FigureProps {
  /** Id `node@subject`: where a click leads. */
  readonly id: string
  readonly shown: string
  readonly title?: string | undefined
  readonly unit?: string | undefined
  readonly state?: State | undefined
  readonly status?: FigureData['status'] | undefined
}

/** Every figure on every page is drawn by this, and is therefore clickable down to its cells. */
export function Figure({ id, shown, title, unit, state, status }: FigureProps): ReactNode {
  const actions = useTraceActions()
  const go = useContext(InsideTrace) ? actions.follow : actions.open
  const label = title === undefined ? undefined : `${title} ${shown}${unit ?? ''}，${traceMessages.title}`
  return (
    <button
      type="button"
      className={classOf(shown, state)}
      title={traceMessages.open(title ?? shown)}
      aria-label={label}
      data-figure={id}
      onClick={(event) => {
        event.stopPropagation()
        go(id)
      }}
    >
      <Mark state={state} status={status} shown={shown} />
      <span className="figure-number">{shown}</span>
      {unit !== undefined && /\d/.test(shown) && <span className="figure-unit">{unit}</span>}
      {status === 'doubtful' && <DoubtTag />}
    </button>
  )
}

/** The same from a figure of the wire, without unit: the heading says it. `plain` where the light has a column of its own. */
export function FigureOf(props: { figure: FigureData; node?: NodeView; title?: string; plain?: boolean }): ReactNode {
  const { figure, plain = false } = props
  return (
    <Figure
      id={figure.id}
      shown={shownFor(props.node, figure)}
      title={props.title}
      state={plain ? undefined : figure.state}
      status={figure.status}
    />
  )
}

function classOf(shown: string, state: State | undefined): string {
  if (state === 'unmet' || state === 'error') return 'figure figure-wrong'
  return /^0(?:\.0+)?$/.test(shown) ? 'figure figure-zero' : 'figure'
}

/** 未报 has a shape of its own, so that a hole in the data is not taken for a judgement that is open. */
function Mark(props: Pick<FigureProps, 'state' | 'status' | 'shown'>): ReactNode {
  const { state, status, shown } = props
  if (status === 'missing' && shown !== platformMessages.state.undecided) return <MissingMark />
  if (state === undefined || state === 'met') return null
  return <StateMark state={state} />
}
