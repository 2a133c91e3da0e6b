import type { InboxItem } from '@eduduty/core/desk'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button, Popconfirm } from 'antd'
import type { ReactNode } from 'react'
import { acceptTasks } from '../../duties/index.ts'
import { useChange } from '../../platform/form/use-change.ts'
import { inboxMessages } from '../inbox-messages.ts'
import { inboxKey } from '../inbox-queries.ts'

/** Takes up every task of the list that waits for it; what cannot be taken up stays, and why is said. */
export function AcceptAll({ items }: { items: readonly InboxItem[] }): ReactNode {
  const says = inboxMessages.accept
  const waiting = items.filter((item) => item.may_accept)
  const client = useQueryClient()
  const { message } = App.useApp()
  const accept = useMutation({
    mutationFn: () => acceptTasks(waiting.map(({ county, id, title }) => ({ county, task: id, what: title }))),
    onSuccess: ({ done, failures: [first, ...more] }) => {
      if (done > 0) void message.success(says.done(done))
      if (first !== undefined) void message.error(says.failed(more.length + 1, `${first.what}：${first.why}`), 8)
    },
    onSettled: () => client.invalidateQueries({ queryKey: inboxKey }),
  })
  if (waiting.length < 2) return null
  return (
    <Popconfirm
      title={says.ask(waiting.length)}
      description={says.hint}
      okText={says.ok}
      onConfirm={() => accept.mutate()}
    >
      <Button size="small" loading={accept.isPending}>
        {says.word(waiting.length)}
      </Button>
    </Popconfirm>
  )
}

/** Takes note of everything that is listed. */
export function SeeAll({ items }: { items: readonly InboxItem[] }): ReactNode {
  const seen = useChange<null>(inboxKey)
  const keys = items.filter((item) => item.may_see).map(({ key }) => key)
  if (keys.length === 0) return null
  const words = inboxMessages.see
  return (
    <Popconfirm
      title={words.ask(keys.length)}
      onConfirm={() => seen.mutate({ path: '/desk/inbox/seen', body: { keys } })}
    >
      <Button size="small" loading={seen.isPending}>
        {words.word(keys.length)}
      </Button>
    </Popconfirm>
  )
}
