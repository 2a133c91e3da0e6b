import type { PaperRow, PaperVersion } from '@eduduty/core/archive'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { fetchFile, queryString } from '../../platform/api/http.ts'
import { ErrorState } from '../../platform/shell/error-state.tsx'
import { Loading } from '../../platform/shell/loading.tsx'
import { versionPath } from '../archive-queries.ts'
import { archiveMessages } from '../messages.ts'
import { needsReason } from '../paper/needs-reason.ts'
import { ReasonDialog } from '../paper/reason-dialog.tsx'

const says = archiveMessages.preview

interface FromFileProps {
  readonly row: PaperRow
  readonly version: PaperVersion
  readonly children: (file: Blob) => ReactNode
}

/** Gets the file itself to be drawn; one with personal data that nobody masked only after a reason was written. */
export function FromFile(props: FromFileProps): ReactNode {
  const [reason, setReason] = useState<string>()
  const [asking, setAsking] = useState(false)
  if (needsReason(props.row) && reason === undefined)
    return (
      <div className="state-panel" role="status">
        <h2>{says.personal}</h2>
        <p>{says.personalAdvice}</p>
        <Button onClick={() => setAsking(true)}>{says.look}</Button>
        {asking && (
          <ReasonDialog title={says.look} okText={says.look} done={setReason} close={() => setAsking(false)} />
        )}
      </div>
    )
  return <Fetched {...props} reason={reason} />
}

function Fetched({ row, version, reason, children }: FromFileProps & { reason: string | undefined }): ReactNode {
  const { county, paper } = row
  const path = `${versionPath(county, paper, version.version)}/file${queryString({ reason })}`
  // Not kept: what one person opened for a reason is not shown to the next, nor held in memory.
  const { data, error, refetch } = useQuery({
    queryKey: ['archive file', path],
    gcTime: 0,
    queryFn: () => fetchFile(path),
  })
  if (error !== null) return <ErrorState error={error} retry={() => refetch()} />
  return data === undefined ? <Loading /> : children(data)
}
