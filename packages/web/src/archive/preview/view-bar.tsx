import { Button } from 'antd'
import type { ReactNode } from 'react'
import { archiveMessages } from '../messages.ts'

const says = archiveMessages.preview

const steps = [0.5, 0.75, 1, 1.25, 1.5, 2, 3, 4] as const

/** The next larger or smaller of the sizes that are offered. */
export function nextZoom(zoom: number, by: 1 | -1): number {
  const next = by === 1 ? steps.find((one) => one > zoom) : steps.findLast((one) => one < zoom)
  return next ?? zoom
}

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
