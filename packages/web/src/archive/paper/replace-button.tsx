import type { PaperRow, PaperView } from '@eduduty/core/archive'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import type { ReactNode } from 'react'
import { queryString, sendFile } from '../../platform/api/http.ts'
import { FileButton } from '../../platform/form/file-button.tsx'
import { archiveKey, paperPath } from '../archive-queries.ts'
import { archiveMessages } from '../messages.ts'

const says = archiveMessages.paper

interface ReplaceProps extends Pick<PaperRow, 'county' | 'paper'> {
  /** In a line of a list. */
  readonly small?: boolean
}

/** A newer file in place of the last; what was reviewed before has to be reviewed again. */
export function ReplaceButton({ county, paper, small = false }: ReplaceProps): ReactNode {
  const { message } = App.useApp()
  const client = useQueryClient()
  const send = useMutation({
    mutationFn: (file: File) =>
      sendFile<PaperView>(`${paperPath(county, paper)}/versions${queryString({ name: file.name.slice(-200) })}`, file),
    onSuccess: async () => {
      void message.success(says.replaced)
      await client.invalidateQueries({ queryKey: archiveKey })
    },
    onError: (error) => void message.error(error.message, 8),
  })
  return (
    <FileButton
      label={says.replace}
      accept="*"
      small={small}
      busy={send.isPending}
      onFile={(file) => send.mutate(file)}
    />
  )
}
