import { type RefObject, useEffect, useRef } from 'react'

interface HeadHeight {
  readonly desk: RefObject<HTMLDivElement | null>
  readonly head: RefObject<HTMLDivElement | null>
}

/** Tells the form how much room its head and the bars below it leave, so that the legend stays in sight. */
export function useHeadHeight(): HeadHeight {
  const desk = useRef<HTMLDivElement>(null)
  const head = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const above = head.current
    if (above === null) return
    const observer = new ResizeObserver(() => {
      desk.current?.style.setProperty('--fill-head', `${Math.ceil(above.getBoundingClientRect().height)}px`)
    })
    observer.observe(above)
    return () => observer.disconnect()
  }, [])
  return { desk, head }
}
