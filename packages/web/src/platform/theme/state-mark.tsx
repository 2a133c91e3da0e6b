import type { ReactNode } from 'react'

/** A state by its shape and its word; `tone` is the class that colours it. */
export function StateShape(props: {
  readonly tone: string
  readonly word: string
  readonly children: ReactNode
}): ReactNode {
  return (
    <span className={`state-mark ${props.tone}`}>
      <svg className="light" viewBox="0 0 16 16" aria-hidden="true">
        {props.children}
      </svg>
      {props.word}
    </span>
  )
}
