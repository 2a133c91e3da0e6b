import type { PDFDocumentProxy, RenderTask } from 'pdfjs-dist'
import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react'
import { archiveMessages } from '../messages.ts'

interface PdfPageProps {
  readonly pdf: PDFDocumentProxy
  readonly number: number
  readonly zoom: number
  /** What scrolls. */
  readonly box: RefObject<HTMLDivElement | null>
  /** Tells which page is looked at. */
  readonly seen: (number: number) => void
}

/** Sheets are upright A4 until they are known. */
const A4 = 297 / 210
/** More would only cost memory. */
const SHARPEST = 2

/** One page: its place is kept, its picture is made in sight and let go out of it. */
export function PdfPage({ pdf, number, zoom, box, seen }: PdfPageProps): ReactNode {
  const place = useRef<HTMLDivElement>(null)
  const [shape, setShape] = useState(A4)
  const isNear = useNear(place, box)
  const width = (box.current?.clientWidth ?? 480) - 24
  useEffect(() => {
    const element = place.current
    if (element === null) return
    const watch = new IntersectionObserver(([entry]) => entry?.isIntersecting === true && seen(number), {
      root: box.current,
      rootMargin: '-45% 0px -45% 0px',
    })
    watch.observe(element)
    return () => watch.disconnect()
  }, [box, number, seen])
  const size = { width: width * zoom, height: width * zoom * shape }
  return (
    <div className="archive-page" ref={place} style={size}>
      {isNear && <Drawn pdf={pdf} number={number} width={size.width} shaped={setShape} />}
    </div>
  )
}

/** Whether something is in sight or will be after a little scrolling. */
function useNear(place: RefObject<HTMLElement | null>, box: RefObject<HTMLElement | null>): boolean {
  const [isNear, setNear] = useState(false)
  useEffect(() => {
    const element = place.current
    if (element === null) return
    const watch = new IntersectionObserver(([entry]) => setNear(entry?.isIntersecting === true), {
      root: box.current,
      rootMargin: '800px 0px',
    })
    watch.observe(element)
    return () => watch.disconnect()
  }, [place, box])
  return isNear
}

interface DrawnProps extends Pick<PdfPageProps, 'pdf' | 'number'> {
  readonly width: number
  readonly shaped: (shape: number) => void
}

function Drawn({ pdf, number, width, shaped }: DrawnProps): ReactNode {
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    let isLeft = false
    let drawing: RenderTask | undefined
    const draw = async (): Promise<void> => {
      const page = await pdf.getPage(number)
      const context = canvas.current?.getContext('2d')
      if (isLeft || canvas.current === null || context === null || context === undefined) return
      const own = page.getViewport({ scale: 1 })
      shaped(own.height / own.width)
      const sharp = Math.min(SHARPEST, window.devicePixelRatio || 1)
      const viewport = page.getViewport({ scale: (width / own.width) * sharp })
      canvas.current.width = Math.floor(viewport.width)
      canvas.current.height = Math.floor(viewport.height)
      drawing = page.render({ canvasContext: context, viewport })
      await drawing.promise
    }
    // A drawing that was stopped is not a failure; a page that cannot be drawn stays white.
    draw().catch(() => undefined)
    return () => {
      isLeft = true
      drawing?.cancel()
    }
  }, [pdf, number, width, shaped])
  return <canvas ref={canvas} aria-label={archiveMessages.preview.pageLabel(number)} />
}
