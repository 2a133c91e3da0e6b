import type { ReactNode } from 'react'
import { CrossedSquare } from '../theme/shapes.tsx'
import type { CellState } from './grid-model.ts'
import { gridMessages } from './messages.ts'

/** Dots, tick, hourglass, filled cross, bubble, padlock: told apart without colour. */
function Shape(props: { state: CellState }): ReactNode {
  switch (props.state) {
    case 'saving':
      return (
        <>
          <circle cx="3" cy="8" r="1.6" className="light-fill" />
          <circle cx="8" cy="8" r="1.6" className="light-fill" />
          <circle cx="13" cy="8" r="1.6" className="light-fill" />
        </>
      )
    case 'saved':
      return <path d="M3 8.4l3.4 3.3L13 4.4" className="light-line" />
    case 'waiting':
      return <path d="M3 2h10M3 14h10M4.2 2.4L8 8l-3.8 5.6M11.8 2.4L8 8l3.8 5.6" className="light-line" />
    case 'invalid':
      return <CrossedSquare />
    case 'commented':
      return <path d="M2 2.5h12v8.5H8.2L5 14v-3H2z" className="light-line" />
    case 'locked':
      return (
        <>
          <rect x="2.5" y="7" width="11" height="8" rx="1" className="light-fill" />
          <path d="M5 7V4.8a3 3 0 0 1 6 0V7" className="light-line" />
        </>
      )
  }
}

export function CellStateMark(props: { state: CellState }): ReactNode {
  return (
    <svg
      className={`light grid-mark grid-mark-${props.state}`}
      viewBox="0 0 16 16"
      role="img"
      aria-label={gridMessages.state[props.state]}
    >
      <Shape state={props.state} />
    </svg>
  )
}

/** Shape and word, for the legend and the line below the grid. */
export function CellStateLabel(props: { state: CellState; title?: string }): ReactNode {
  return (
    <span className={`grid-state grid-mark-${props.state}`} title={props.title}>
      <CellStateMark state={props.state} />
      {gridMessages.state[props.state]}
    </span>
  )
}
