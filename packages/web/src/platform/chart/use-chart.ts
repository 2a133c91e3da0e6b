import { type ECharts, init } from 'echarts/core'
import { type RefObject, useEffect, useRef } from 'react'

/** A box with a chart that `draw` fills in: as large as the box, also on paper. SVG, so that it prints sharp. */
export function useChart(draw: (chart: ECharts) => void): RefObject<HTMLDivElement | null> {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (box.current === null) return
    const chart = init(box.current, null, { renderer: 'svg' })
    draw(chart)
    const fit = () => chart.resize()
    const watcher = new ResizeObserver(fit)
    watcher.observe(box.current)
    window.addEventListener('beforeprint', fit)
    return () => {
      window.removeEventListener('beforeprint', fit)
      watcher.disconnect()
      chart.dispose()
    }
  }, [draw])
  return box
}
