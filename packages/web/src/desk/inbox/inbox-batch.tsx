import type { InboxItem } from '@eduduty/core/desk'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button, Popconfirm } from 'antd'
import type { ReactNode } from 'react'
import { acceptTasks } from '../../duties/index.ts'
import { useChange } from '../../platform/form/use-change.ts'
import { inboxMessages } from '../inbox-messages.ts'
import { inboxKey } from '../inbox-queries.ts'

/** Takes up every task of the list that waits for it; what cannot be taken up stays, and why is said of each. */
export function AcceptAll({ items }: { items: readonly InboxItem[] }): ReactNode {
  const says = inboxMessages.accept
  const waiting = items.filter((item) => item.may_accept && item.acting_for === undefined)
  const client = useQueryClient()
  const { message, modal } = App.useApp()
  const accept = useMutation({
    mutationFn: () =>
      acceptTasks(
        waiting.map(({ county, id, title, unit_name: unit }) => ({ county, task: id, what: `${unit} ${title}` })),
      ),
    onSuccess: ({ done, failures }) => {
      if (done > 0) void message.success(says.done(done))
      if (failures.length > 0)
        void modal.warning({
          title: says.failed(failures.length),
          okText: says.dismiss,
          content: (
            <ul>
              {failures.map(({ what, why }) => (
                <li key={`${what} ${why}`}>{says.failure(what, why)}</li>
              ))}
            </ul>
          ),
        })
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
