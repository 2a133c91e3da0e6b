import type { EffectView, State } from '@eduduty/core/evaluation'
import type { ReactNode } from 'react'
import { platformMessages } from '../messages/messages.ts'
import { CrossedSquare, DashedBox, WarningTriangle } from './shapes.tsx'

/** Shape of a light: circle with tick, square with cross, triangle, dash, diamond. Never told apart by colour alone. */
function Shape(props: { state: State }): ReactNode {
  switch (props.state) {
    case 'met':
      return (
        <>
          <circle cx="8" cy="8" r="7" className="light-line" />
          <path d="M4.6 8.3l2.4 2.3 4.4-4.9" className="light-line" />
        </>
      )
    case 'unmet':
      return <CrossedSquare />
    case 'undecided':
      return <WarningTriangle />
    case 'not_applicable':
      return <path d="M3 8h10" className="light-line" />
    case 'error':
      return (
        <>
          <path d="M8 .8L15.2 8 8 15.2.8 8z" className="light-fill" />
          <path d="M8 4.2v4.6M8 10.9v.6" className="light-on-fill" />
        </>
      )
  }
}

/** The shape alone, for a dense cell whose number carries the words. */
export function StateMark(props: { state: State }): ReactNode {
  return (
    <svg
      className={`light light-${props.state}`}
      viewBox="0 0 16 16"
      role="img"
      aria-label={platformMessages.state[props.state]}
    >
      <title>{platformMessages.state[props.state]}</title>
      <Shape state={props.state} />
    </svg>
  )
}

/** 未报: an empty dashed box, as on a form. */
export function MissingMark(): ReactNode {
  return (
    <svg className="light light-missing" viewBox="0 0 16 16" aria-hidden="true">
      <DashedBox />
    </svg>
  )
}

/** 存疑: the value is used, but a check that must hold does not. */
export function DoubtTag(): ReactNode {
  return (
    <span className="doubt" title={platformMessages.doubtHint}>
      {platformMessages.doubt}
    </span>
  )
}

/** Shape and word. */
export function Light(props: { state: State; word?: string }): ReactNode {
  return (
    <span className={`light-label light-label-${props.state}`}>
      <StateMark state={props.state} />
      {props.word ?? platformMessages.state[props.state]}
    </span>
  )
}

/** A veto's light: struck is wrong, clear is right. */
export function EffectLight(props: { state: EffectView['state'] }): ReactNode {
  return <Light state={stateOfEffect(props.state)} word={platformMessages.effect[props.state]} />
}

function stateOfEffect(state: EffectView['state']): State {
  switch (state) {
    case 'struck':
      return 'unmet'
    case 'clear':
      return 'met'
    case 'undecided':
    case 'error':
      return state
  }
}
