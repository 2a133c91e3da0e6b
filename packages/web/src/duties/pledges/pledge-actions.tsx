import type { PledgeList, PledgeRow, PledgesMade, PledgesReminded, PledgeTextBody } from '@eduduty/core/duties'
import { useMutation } from '@tanstack/react-query'
import { App, Button, Form, Input, Popconfirm } from 'antd'
import { type ReactNode, useState } from 'react'
import { fetchFile } from '../../platform/api/http.ts'
import { offerFile } from '../../platform/api/offer-file.ts'
import { FormDialog } from '../../platform/form/form-dialog.tsx'
import { useChange } from '../../platform/form/use-change.ts'
import { dutiesKey, planPath } from '../duty-queries.ts'
import { pledgeMessages } from './messages.ts'

const says = pledgeMessages.deeds

interface PledgeActionsProps {
  readonly list: PledgeList
  readonly shown: readonly PledgeRow[]
  readonly picked: readonly PledgeRow[]
  readonly clear: () => void
}

const parties = (rows: readonly PledgeRow[]) => ({ parties: rows.map(({ party }) => party) })

/** For what is chosen, or where nothing is, for all that are in sight. */
export function PledgeActions({ list, shown, picked, clear }: PledgeActionsProps): ReactNode {
  const made = useChange<PledgesMade>(dutiesKey)
  const reminded = useChange<PledgesReminded>(dutiesKey)
  const path = `${planPath(list.plan)}/pledges`
  const rows = picked.length > 0 ? picked : shown
  const mine = rows.filter(({ may_make: mayMake }) => mayMake)
  const due = mine.filter(({ state }) => state === 'none' || state === 'stale')
  // A pledge that no longer says what the tasks say is replaced, signed or not.
  const voids = due.filter(({ pledge }) => pledge !== undefined)
  const owing = mine.filter(({ state }) => state !== 'signed')
  return (
    <span className="duty-actions">
      {list.text.may_change && <TextDeed path={path} list={list} />}
      <Download path={path} name={says.zip(list.plan.title)} rows={rows.filter(({ pledge }) => pledge !== undefined)} />
      {owing.length > 0 && (
        <Popconfirm
          title={says.remindAsk(owing.length)}
          description={says.remindHint}
          onConfirm={() =>
            reminded.mutate({
              path: `${path}/reminders`,
              body: parties(owing),
              done: ({ reminded: n, today }) => says.reminded(n, today),
            })
          }
        >
          <Button loading={reminded.isPending}>{says.remind(owing.length)}</Button>
        </Popconfirm>
      )}
      {mine.length > 0 && (
        <Popconfirm
          title={says.makeAsk(due.length)}
          description={voids.length === 0 ? says.makeHint : says.makeVoids(voids.map(({ name }) => name))}
          disabled={due.length === 0}
          onConfirm={() =>
            made.mutate(
              { path, body: parties(due), done: (now) => says.made(now.made, now.kept, now.voided) },
              { onSuccess: clear },
            )
          }
        >
          <Button type="primary" disabled={due.length === 0} loading={made.isPending}>
            {says.make(due.length)}
          </Button>
        </Popconfirm>
      )}
    </span>
  )
}

function Download({ path, name, rows }: { path: string; name: string; rows: readonly PledgeRow[] }): ReactNode {
  const { message } = App.useApp()
  const make = useMutation({
    mutationFn: () => fetchFile(`${path}/files`, parties(rows)),
    onSuccess: (content) => offerFile(content, name),
    onError: (error) => void message.error(error.message, 8),
  })
  return (
    <Button disabled={rows.length === 0} loading={make.isPending} onClick={() => make.mutate()}>
      {says.download(rows.length)}
    </Button>
  )
}

function TextDeed({ path, list: { text } }: { path: string; list: PledgeList }): ReactNode {
  const words = pledgeMessages.textForm
  const [isOpen, setOpen] = useState(false)
  const change = useChange<{ id: string }>(dutiesKey)
  const rules = [{ required: true, whitespace: true, message: words.required }]
  return (
    <>
      <Button onClick={() => setOpen(true)}>{says.text}</Button>
      {isOpen && (
        <FormDialog<PledgeTextBody>
          title={words.title}
          okText={words.ok}
          hint={text.is_unverified ? `${words.unverified}${words.hint}` : words.hint}
          width={720}
          busy={change.isPending}
          initial={{ title: text.title, preamble: text.preamble, closing: text.closing }}
          submit={(body) =>
            change.mutate({ path: `${path}/text`, body, done: says.changed }, { onSuccess: () => setOpen(false) })
          }
          close={() => setOpen(false)}
        >
          <Form.Item name="title" label={words.name} rules={rules}>
            <Input maxLength={200} />
          </Form.Item>
          <Form.Item name="preamble" label={words.preamble} rules={rules}>
            <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} maxLength={2000} showCount />
          </Form.Item>
          <Form.Item name="closing" label={words.closing} rules={rules}>
            <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} maxLength={2000} showCount />
          </Form.Item>
        </FormDialog>
      )}
    </>
  )
}
