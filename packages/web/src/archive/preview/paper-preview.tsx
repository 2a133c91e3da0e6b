import type { PaperRow, PaperVersion } from '@eduduty/core/archive'
import { useQuery } from '@tanstack/react-query'
import { lazy, type ReactNode, Suspense } from 'react'
import { EmptyState } from '../../platform/shell/empty-state.tsx'
import { ErrorState } from '../../platform/shell/error-state.tsx'
import { Loading } from '../../platform/shell/loading.tsx'
import { previewQuery } from '../archive-queries.ts'
import { archiveMessages } from '../messages.ts'
import { DownloadButton } from '../paper/download-button.tsx'
import { FromFile } from './from-file.tsx'
import { ImageView } from './image-view.tsx'
import { SheetsView } from './sheets-view.tsx'
import { TextView } from './text-view.tsx'

const says = archiveMessages.preview

const PdfView = lazy(async () => ({ default: (await import('./pdf-view.tsx')).PdfView }))

/** A version of a paper as far as the page can show it; else why not, and the way to the file. */
export function PaperPreview({ row, version }: { row: PaperRow; version: PaperVersion }): ReactNode {
  const { county, paper } = row
  const { data, error, refetch } = useQuery(previewQuery(county, paper, version.version))
  if (error !== null) return <ErrorState error={error} retry={() => refetch()} />
  if (data === undefined) return <Loading />
  switch (data.shows) {
    case 'pdf':
      return (
        <FromFile row={row} version={version}>
          {(file) => (
            <Suspense fallback={<Loading />}>
              <PdfView file={file} otherwise={<Unshown why={says.brokenPdf} row={row} version={version} />} />
            </Suspense>
          )}
        </FromFile>
      )
    case 'image':
      return (
        <FromFile row={row} version={version}>
          {(file) => <ImageView file={file} title={row.title} />}
        </FromFile>
      )
    case 'text':
      return <TextView preview={data} />
    case 'sheets':
      return <SheetsView preview={data} />
    case 'nothing':
      return <Unshown why={data.why} row={row} version={version} />
  }
}

function Unshown({ why, row, version }: { why: string; row: PaperRow; version: PaperVersion }): ReactNode {
  return <EmptyState title={says.nothing} advice={why} action={<DownloadButton row={row} version={version} isMain />} />
}
