import { type RefObject, useEffect, useState } from 'react'
import { type RowWindow, rowWindow } from './row-window.ts'

/** Most rows that are drawn for print at once; more would only freeze an old machine. */
const PRINT_LIMIT = 5000

/** Follows the scrolling of the box, and draws everything while the page is being printed. */
export function useRowWindow(
  box: RefObject<HTMLDivElement | null>,
  count: number,
  rowHeight: number,
  scrolls: boolean,
  drawAll?: number,
): RowWindow {
  const [view, setView] = useState({ top: 0, height: 800 })
  const [printing, setPrinting] = useState(false)
  useEffect(() => {
    const element = box.current
    if (element === null || !scrolls) return
    const read = () => setView({ top: element.scrollTop, height: element.clientHeight })
    element.addEventListener('scroll', read, { passive: true })
    read()
    return () => element.removeEventListener('scroll', read)
  }, [box, scrolls])
  useEffect(() => {
    const before = () => setPrinting(true)
    const after = () => setPrinting(false)
    window.addEventListener('beforeprint', before)
    window.addEventListener('afterprint', after)
    return () => {
      window.removeEventListener('beforeprint', before)
      window.removeEventListener('afterprint', after)
    }
  }, [])
  if (!scrolls || (printing && count <= PRINT_LIMIT)) return { first: 0, last: count, above: 0, below: 0 }
  return rowWindow(count, view.top, view.height, rowHeight, drawAll)
}
