import { chinaMinute } from '@eduduty/core/calendar'
import type { SessionEntry } from '@eduduty/core/identity'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button, Form, Input } from 'antd'
import type { ReactNode } from 'react'
import { sendJson } from '../../platform/api/http.ts'
import { EmptyState } from '../../platform/shell/empty-state.tsx'
import { SidePanel } from '../../platform/shell/side-panel.tsx'
import { sessionsMessages as says } from './messages.ts'

/** One session, and the way to end it. */
export function SessionPanel({ entry, close }: { entry: SessionEntry | undefined; close: () => void }): ReactNode {
  if (entry === undefined)
    return (
      <SidePanel title={says.title} close={close} width={520}>
        <EmptyState title={says.gone} advice={says.goneAdvice} />
      </SidePanel>
    )
  return (
    <SidePanel title={says.panelTitle(entry.name)} close={close} width={520}>
      <dl className="account-facts">
        <dt>{says.columns.loginName}</dt>
        <dd>{entry.login_name}</dd>
        <dt>{says.columns.unit}</dt>
        <dd>{entry.unit_name}</dd>
        <dt>{says.columns.started}</dt>
        <dd>{chinaMinute(entry.started_at)}</dd>
        <dt>{says.columns.seen}</dt>
        <dd>{chinaMinute(entry.seen_at)}</dd>
        <dt>{says.columns.address}</dt>
        <dd>{entry.address}</dd>
        <dt>{says.columns.browser}</dt>
        <dd>{entry.browser}</dd>
      </dl>
      <EndForm entry={entry} close={close} />
    </SidePanel>
  )
}

function EndForm({ entry, close }: { entry: SessionEntry; close: () => void }): ReactNode {
  const client = useQueryClient()
  const { message } = App.useApp()
  const { mutate, isPending } = useMutation({
    mutationFn: (body: { reason: string }) =>
      sendJson('POST', `/identity/sessions/${entry.county_code}/${entry.session}/end`, body),
    onSuccess: () => {
      void message.success(says.ended(entry.name))
      void client.invalidateQueries({ queryKey: ['identity', 'sessions'] })
      close()
    },
    onError: (error) => void message.error(error.message, 8),
  })
  return (
    <section className="session-end">
      {entry.current && <p className="note">{says.ownNote}</p>}
      <Form<{ reason: string }> layout="vertical" requiredMark={false} onFinish={(values) => mutate(values)}>
        <Form.Item
          name="reason"
          label={says.reason}
          rules={[{ required: true, whitespace: true, min: 2, message: says.reasonRule }]}
        >
          <Input maxLength={200} />
        </Form.Item>
        <Button danger htmlType="submit" loading={isPending}>
          {says.end}
        </Button>
      </Form>
    </section>
  )
}
