import { Button } from 'antd'
import type { ReactNode } from 'react'
import { archiveMessages } from '../messages.ts'

const says = archiveMessages.preview

interface ViewBarProps {
  readonly zoom: number
  /** 1 larger, -1 smaller, 0 as wide as the place. */
  readonly change: (by: 1 | -1 | 0) => void
  readonly turn?: () => void
  readonly words?: string
}

/** Sizes, turning, and where one is. */
export function ViewBar({ zoom, change, turn, words }: ViewBarProps): ReactNode {
  return (
    <div className="archive-view-bar">
      <Button size="small" aria-label={says.smaller} title={says.smaller} onClick={() => change(-1)}>
        −
      </Button>
      <span className="number">{says.zoom(Math.round(zoom * 100))}</span>
      <Button size="small" aria-label={says.larger} title={says.larger} onClick={() => change(1)}>
        +
      </Button>
      <Button size="small" onClick={() => change(0)}>
        {says.fit}
      </Button>
      {turn !== undefined && (
        <Button size="small" onClick={turn}>
          {says.turn}
        </Button>
      )}
      {words !== undefined && <span className="muted archive-view-words">{words}</span>}
    </div>
  )
}
