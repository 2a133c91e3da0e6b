import type { PledgeRow } from '@eduduty/core/duties'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import type { ReactNode } from 'react'
import { FileButton } from '../../platform/form/file-button.tsx'
import { dutiesKey } from '../duty-queries.ts'
import { pledgeMessages } from './messages.ts'
import { scanFiles, sendCopy } from './send-copy.ts'

const says = pledgeMessages.deeds

/** Files the scan of what was signed, or a better one. */
export function CopyDeed({ path, row: { name, copy } }: { path: string; row: PledgeRow }): ReactNode {
  const client = useQueryClient()
  const { message } = App.useApp()
  const send = useMutation({
    mutationFn: (file: File) => sendCopy(path, file),
    onSuccess: ({ served }) => {
      void client.invalidateQueries({ queryKey: dutiesKey })
      void message.success(says.copied(name, served))
    },
    onError: (error) => void message.error(error.message, 8),
  })
  return (
    <FileButton
      small
      label={copy === undefined ? says.copy : says.copyAgain}
      accept={scanFiles}
      busy={send.isPending}
      onFile={(file) => send.mutate(file)}
    />
  )
}
