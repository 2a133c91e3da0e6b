import type { NoticeEntry, NoticeView } from '@eduduty/core/desk'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { type ReactNode, useRef } from 'react'
import { queryString } from '../../platform/api/http.ts'
import { uploadFile } from '../../platform/api/upload-file.ts'
import { noticeMessages as says } from '../inbox-messages.ts'
import { noticePath, noticesKey } from '../inbox-queries.ts'

/** Sends the attachment of a notice. */
export const attach = (county: string, notice: string, file: File): Promise<NoticeView> =>
  uploadFile<NoticeView>(
    `${noticePath(county, notice)}/attachment${queryString({ name: file.name.slice(-200) })}`,
    file,
    () => undefined,
    new AbortController().signal,
  )

/** Adds a file to a notice that was sent, or puts another in its place. */
export function AttachButton({ notice }: { notice: NoticeEntry }): ReactNode {
  const input = useRef<HTMLInputElement>(null)
  const client = useQueryClient()
  const { message } = App.useApp()
  const send = useMutation({
    mutationFn: (file: File) => attach(notice.county, notice.notice, file),
    onSuccess: () => void message.success(says.attached),
    onError: (refusal) => void message.error(refusal.message, 8),
    onSettled: () => client.invalidateQueries({ queryKey: noticesKey }),
  })
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={says.attach}
        onChange={({ target }) => {
          const file = target.files?.[0]
          if (file !== undefined) send.mutate(file)
          target.value = ''
        }}
      />
      <Button loading={send.isPending} onClick={() => input.current?.click()}>
        {notice.file_name === undefined ? says.attach : says.attachAgain}
      </Button>
    </>
  )
}
