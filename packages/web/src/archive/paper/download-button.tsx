import type { PaperRow, PaperVersion } from '@eduduty/core/archive'
import { needsReason } from '@eduduty/core/archive'
import { useMutation } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { fetchFile, queryString } from '../../platform/api/http.ts'
import { offerFile } from '../../platform/api/offer-file.ts'
import { versionPath } from '../archive-queries.ts'
import { archiveMessages } from '../messages.ts'
import { ReasonDialog } from './reason-dialog.tsx'

const says = archiveMessages.paper

interface DownloadProps {
  readonly row: PaperRow
  readonly version: PaperVersion
  readonly isMain?: boolean
}

/** Hands a version over; asks for a reason first where personal data stand in it unmasked. */
export function DownloadButton({ row, version, isMain = false }: DownloadProps): ReactNode {
  const { message } = App.useApp()
  const [asking, setAsking] = useState(false)
  const { county, paper } = row
  const path = `${versionPath(county, paper, version.version)}/file`
  const get = useMutation({
    mutationFn: (reason: string | undefined) => fetchFile(`${path}${queryString({ reason })}`),
    onSuccess: (content) => {
      offerFile(content, version.file_name)
      setAsking(false)
    },
    onError: (error) => void message.error(error.message, 8),
  })
  return (
    <>
      <Button
        {...(!isMain && { size: 'small' })}
        type={isMain ? 'primary' : 'default'}
        loading={get.isPending}
        aria-label={says.downloadLabel(version.file_name)}
        onClick={() => (needsReason(row) ? setAsking(true) : get.mutate(undefined))}
      >
        {says.download}
      </Button>
      {asking && (
        <ReasonDialog
          title={says.download}
          okText={says.download}
          busy={get.isPending}
          done={(reason) => get.mutate(reason)}
          close={() => setAsking(false)}
        />
      )}
    </>
  )
}
