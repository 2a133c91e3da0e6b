import { type CSSProperties, type ReactNode, type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import type { GridCode } from './grid-model.ts'
import { gridMessages } from './messages.ts'

interface CodeListProps {
  readonly id: string
  readonly title: string
  readonly matches: readonly GridCode[]
  readonly at: number
  /** The field that the list hangs on. */
  readonly field: RefObject<HTMLElement | null>
  readonly pick: (entry: GridCode) => void
}

export const optionId = (list: string, at: number): string => `${list}-${at}`

/** The codes below the field; above it where there is no room. The focus stays in the field. */
export function CodeList(props: CodeListProps): ReactNode {
  const place = useHanging(props.field)
  const list = useRef<HTMLDivElement>(null)
  const { at } = props
  useEffect(() => {
    list.current?.children[at]?.scrollIntoView({ block: 'nearest' })
  }, [at])
  return createPortal(
    <div
      className="grid-codes"
      role="listbox"
      id={props.id}
      aria-label={gridMessages.list.label(props.title)}
      tabIndex={-1}
      style={place}
      ref={list}
    >
      {props.matches.map((entry, index) => (
        <div
          key={entry.code}
          id={optionId(props.id, index)}
          role="option"
          tabIndex={-1}
          aria-selected={index === at}
          className={index === at ? 'grid-code grid-code-at' : 'grid-code'}
          onMouseDown={(event) => {
            event.preventDefault()
            props.pick(entry)
          }}
        >
          <span>{entry.title}</span>
          <span className="muted">{entry.code}</span>
        </div>
      ))}
      {props.matches.length === 0 && <p className="muted">{gridMessages.list.empty}</p>}
    </div>,
    document.body,
  )
}

/** Screen place of the list, followed while anything scrolls. */
function useHanging(field: RefObject<HTMLElement | null>): CSSProperties {
  const [place, setPlace] = useState<CSSProperties>({ visibility: 'hidden' })
  useLayoutEffect(() => {
    const hang = () => {
      const box = field.current?.getBoundingClientRect()
      if (box === undefined) return
      const below = window.innerHeight - box.bottom
      const side = { left: box.left, minWidth: Math.max(180, box.width) }
      setPlace(
        below >= 200 || below >= box.top
          ? { ...side, top: box.bottom + 2, maxHeight: below - 10 }
          : { ...side, bottom: window.innerHeight - box.top + 2, maxHeight: box.top - 10 },
      )
    }
    hang()
    window.addEventListener('scroll', hang, true)
    window.addEventListener('resize', hang)
    return () => {
      window.removeEventListener('scroll', hang, true)
      window.removeEventListener('resize', hang)
    }
  }, [field])
  return place
}
