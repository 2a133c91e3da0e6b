import type { PDFDocumentProxy } from 'pdfjs-dist'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { Loading } from '../../platform/shell/loading.tsx'
import { archiveMessages } from '../messages.ts'
import { openPdf } from './load-pdf.ts'
import { nextZoom } from './next-zoom.ts'
import { PdfPage } from './pdf-page.tsx'
import { ViewBar } from './view-bar.tsx'

const says = archiveMessages.preview

interface PdfViewProps {
  readonly file: Blob
  /** What is shown of a file that cannot be drawn. */
  readonly otherwise: ReactNode
}

/** A pdf, each page drawn when it comes into sight. */
export function PdfView({ file, otherwise }: PdfViewProps): ReactNode {
  const { pdf, isBroken } = usePdf(file)
  const box = useRef<HTMLDivElement>(null)
  const [zoom, setZoom] = useState(1)
  const [page, setPage] = useState(1)
  if (isBroken) return otherwise
  if (pdf === undefined) return <Loading />
  const numbers = Array.from({ length: pdf.numPages }, (_, at) => at + 1)
  return (
    <>
      <ViewBar
        zoom={zoom}
        change={(by) => setZoom(by === 0 ? 1 : nextZoom(zoom, by))}
        words={says.page(page, pdf.numPages)}
      />
      <div className="archive-view" ref={box}>
        {numbers.map((number) => (
          <PdfPage key={number} pdf={pdf} number={number} zoom={zoom} box={box} seen={setPage} />
        ))}
      </div>
    </>
  )
}

/** The opened file; given back when it is not shown any more. */
function usePdf(file: Blob): { pdf: PDFDocumentProxy | undefined; isBroken: boolean } {
  const [pdf, setPdf] = useState<PDFDocumentProxy>()
  const [isBroken, setBroken] = useState(false)
  useEffect(() => {
    let isLeft = false
    const opening = openPdf(file)
    opening.then(
      (opened) => !isLeft && setPdf(opened),
      () => !isLeft && setBroken(true),
    )
    return () => {
      isLeft = true
      void opening.then((opened) => opened.destroy()).catch(() => undefined)
    }
  }, [file])
  return { pdf, isBroken }
}
