import type { CheckDetail } from '@eduduty/core/claims'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { App, Button, Popconfirm } from 'antd'
import type { ReactNode } from 'react'
import { sendJson } from '../../platform/api/http.ts'
import { useCopyText } from '../../platform/form/use-copy-text.ts'
import { checkKeyOf, checkPath, checksKey } from '../claim-queries.ts'
import { claimMessages as says } from '../messages.ts'

/** Takes the findings away as a file, hands on the address, deletes what is one's own. */
export function CheckButtons({ check }: { check: CheckDetail }): ReactNode {
  const copyText = useCopyText()
  const path = `/api${checkPath(check)}/findings`
  return (
    <div className="claim-buttons">
      {check.is_own && <DeleteButton check={check} />}
      <Button onClick={() => copyText(window.location.href, says)}>{says.copyLink}</Button>
      <Button href={`${path}?format=docx`}>{says.docx}</Button>
      <Button type="primary" href={`${path}?format=xlsx`}>
        {says.xlsx}
      </Button>
    </div>
  )
}

function DeleteButton({ check }: { check: CheckDetail }): ReactNode {
  const { message } = App.useApp()
  const client = useQueryClient()
  const navigate = useNavigate()
  const remove = useMutation({
    mutationFn: () => sendJson<null>('DELETE', checkPath(check)),
    onSuccess: async () => {
      void message.success(says.removed)
      await navigate({ to: '/claims' })
      client.removeQueries({ queryKey: checkKeyOf(check) })
      await client.invalidateQueries({ queryKey: checksKey })
    },
    onError: (error) => void message.error(error.message, 8),
  })
  return (
    <Popconfirm
      title={says.removeTitle}
      description={<div className="claim-hint">{says.removeHint}</div>}
      okButtonProps={{ danger: true }}
      onConfirm={() => remove.mutate()}
    >
      <Button danger loading={remove.isPending}>
        {says.remove}
      </Button>
    </Popconfirm>
  )
}
