import type { PaperRow, PaperVersion } from '@eduduty/core/archive'
import { needsReason } from '@eduduty/core/archive'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { lazy, type ReactNode, Suspense, useState } from 'react'
import { EmptyState } from '../../platform/shell/empty-state.tsx'
import { ErrorState } from '../../platform/shell/error-state.tsx'
import { Loading } from '../../platform/shell/loading.tsx'
import { previewQuery } from '../archive-queries.ts'
import { archiveMessages } from '../messages.ts'
import { DownloadButton } from '../paper/download-button.tsx'
import { ReasonDialog } from '../paper/reason-dialog.tsx'
import { FromFile } from './from-file.tsx'
import { ImageView } from './image-view.tsx'
import { SheetsView } from './sheets-view.tsx'
import { TextView } from './text-view.tsx'

const says = archiveMessages.preview

const PdfView = lazy(async () => ({ default: (await import('./pdf-view.tsx')).PdfView }))

interface PreviewProps {
  readonly row: PaperRow
  readonly version: PaperVersion
}

/** A version of a paper; one with personal data that nobody masked only after a reason was written. */
export function PaperPreview({ row, version }: PreviewProps): ReactNode {
  const [reason, setReason] = useState<string>()
  const [asking, setAsking] = useState(false)
  if (!needsReason(row) || reason !== undefined) return <Shown row={row} version={version} reason={reason} />
  return (
    <EmptyState
      title={says.personal}
      advice={says.personalAdvice}
      action={
        <>
          <Button onClick={() => setAsking(true)}>{says.look}</Button>
          {asking && (
            <ReasonDialog title={says.look} okText={says.look} done={setReason} close={() => setAsking(false)} />
          )}
        </>
      }
    />
  )
}

/** As far as the page can show it; else why not, and the way to the file. */
function Shown({ row, version, reason }: PreviewProps & { reason: string | undefined }): ReactNode {
  const key = { county: row.county, paper: row.paper, version: version.version, reason }
  const { data, error, refetch } = useQuery(previewQuery(key))
  if (error !== null) return <ErrorState error={error} retry={() => refetch()} />
  if (data === undefined) return <Loading />
  switch (data.shows) {
    case 'pdf':
      return (
        <FromFile from={key}>
          {(file) => (
            <Suspense fallback={<Loading />}>
              <PdfView file={file} otherwise={<Unshown why={says.brokenPdf} row={row} version={version} />} />
            </Suspense>
          )}
        </FromFile>
      )
    case 'image':
      return <FromFile from={key}>{(file) => <ImageView file={file} title={row.title} />}</FromFile>
    case 'text':
      return <TextView preview={data} />
    case 'sheets':
      return <SheetsView preview={data} />
    case 'nothing':
      return <Unshown why={data.why} row={row} version={version} />
  }
}

function Unshown({ why, row, version }: PreviewProps & { why: string }): ReactNode {
  return <EmptyState title={says.nothing} advice={why} action={<DownloadButton row={row} version={version} isMain />} />
}
