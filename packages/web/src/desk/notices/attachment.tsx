import type { NoticeEntry } from '@eduduty/core/desk'
import { useMutation } from '@tanstack/react-query'
import { App, Button } from 'antd'
import type { ReactNode } from 'react'
import { fetchFile } from '../../platform/api/http.ts'
import { offerFile } from '../../platform/api/offer-file.ts'
import { noticeMessages as says } from '../inbox-messages.ts'
import { noticePath } from '../inbox-queries.ts'

/** The file that came with a notice. */
export function Attachment({ notice }: { notice: NoticeEntry }): ReactNode {
  const { message } = App.useApp()
  const { file_name: name } = notice
  const open = useMutation({
    mutationFn: async (file: string) =>
      offerFile(await fetchFile(`${noticePath(notice.county, notice.notice)}/attachment`), file),
    onError: (refusal) => void message.error(refusal.message, 8),
  })
  if (name === undefined) return null
  return (
    <p>
      {says.attachment}：
      <Button type="link" loading={open.isPending} onClick={() => open.mutate(name)}>
        {name}
      </Button>
    </p>
  )
}
