import { dayOf } from '@eduduty/core/calendar'
import type { NewNoticeBody, NoticeView } from '@eduduty/core/desk'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Form, Input, Popconfirm, Select } from 'antd'
import { type ReactNode, useState } from 'react'
import { unitTreeQuery } from '../../platform/api/unit-tree.ts'
import { DateField } from '../../platform/form/date-field.tsx'
import { FileButton } from '../../platform/form/file-button.tsx'
import { useChange } from '../../platform/form/use-change.ts'
import { SidePanel } from '../../platform/shell/side-panel.tsx'
import { noticeMessages as says } from '../inbox-messages.ts'
import { noticesKey } from '../inbox-queries.ts'
import { attach } from './attach-button.tsx'

interface Values {
  readonly title: string
  readonly body: string
  readonly units: string[]
  readonly answer_by?: string
}

const kinds = ['township', 'department', 'school', 'kindergarten'] as const

/** Writes a notice and chooses who gets it: by kind, or one by one. */
export function SendNoticePanel({ close }: { close: () => void }): ReactNode {
  const { data: tree } = useQuery(unitTreeQuery())
  const [form] = Form.useForm<Values>()
  const { send, file, setFile, isBusy } = useSending(close)
  if (tree === undefined) return null
  const submit = ({ answer_by: day, ...values }: Values) =>
    send({ county: tree.county, ...values, ...(day !== undefined && day !== '' && { answer_by: day }) })
  return (
    <SidePanel title={says.send} close={close} isTyped>
      <Form<Values> form={form} layout="vertical" onFinish={submit} initialValues={{ units: [] }}>
        <Form.Item
          name="title"
          label={says.fields.title}
          rules={[{ required: true, whitespace: true, message: says.fields.titleRule }]}
        >
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item
          name="body"
          label={says.fields.body}
          rules={[{ required: true, whitespace: true, message: says.fields.bodyRule }]}
        >
          <Input.TextArea rows={8} maxLength={5000} showCount />
        </Form.Item>
        <QuickPick
          pick={(kind) => {
            const fitting = tree.units.filter((unit) => unit.kind === kind && unit.closed_on === null)
            const before: readonly string[] = form.getFieldValue('units') ?? []
            form.setFieldsValue({ units: [...new Set([...before, ...fitting.map(({ unit_id: id }) => id)])] })
          }}
          clear={() => form.setFieldsValue({ units: [] })}
        />
        <Form.Item name="units" label={says.fields.units} rules={[{ required: true, message: says.fields.unitsRule }]}>
          <Select
            mode="multiple"
            maxTagCount={12}
            showSearch={{ optionFilterProp: 'label' }}
            options={tree.units
              .filter((unit) => unit.closed_on === null)
              .map(({ unit_id: value, name: label }) => ({ value, label }))}
          />
        </Form.Item>
        <Form.Item name="answer_by" label={says.fields.answerBy}>
          <DateField min={dayOf(new Date())} />
        </Form.Item>
        <Form.Item label={says.chooseFile}>
          <NoticeFile file={file} choose={setFile} />
        </Form.Item>
        <SendButton busy={isBusy} check={() => form.validateFields()} send={() => form.submit()} />
      </Form>
    </SidePanel>
  )
}

/** Sends the notice, then its file: the notice is out whatever becomes of that. */
function useSending(close: () => void) {
  const [file, setFile] = useState<File>()
  const client = useQueryClient()
  const { message } = App.useApp()
  const change = useChange<NoticeView>(['desk'])
  const attachTo = async ({ notice: { county, notice } }: NoticeView): Promise<void> => {
    close()
    if (file === undefined) return
    await attach(county, notice, file).catch(
      (refusal: Error) => void message.error(says.attachFailed(refusal.message), 8),
    )
    await client.invalidateQueries({ queryKey: noticesKey })
  }
  const send = (body: NewNoticeBody) =>
    change.mutate(
      { path: '/desk/notices', body, done: ({ notice }) => says.sentDone(notice.units) },
      { onSuccess: (view) => void attachTo(view) },
    )
  return { send, file, setFile, isBusy: change.isPending }
}

interface NoticeFileProps {
  readonly file: File | undefined
  readonly choose: (file: File | undefined) => void
}

function NoticeFile({ file, choose }: NoticeFileProps): ReactNode {
  return (
    <>
      <FileButton label={file === undefined ? says.pickFile : says.pickOther} accept="" onFile={choose} />
      {file !== undefined && (
        <>
          <span className="apart">{file.name}</span>
          <button type="button" className="link apart" onClick={() => choose(undefined)}>
            {says.dropFile}
          </button>
        </>
      )}
    </>
  )
}

interface SendButtonProps {
  readonly busy: boolean
  /** Refused while something is missing, which is said at its field. */
  readonly check: () => Promise<unknown>
  readonly send: () => void
}

/** Asks first: it is before the eyes of all of them at once. Enter in a field sends nothing. */
function SendButton({ busy, check, send }: SendButtonProps): ReactNode {
  const [asks, setAsks] = useState(false)
  return (
    <Popconfirm
      title={says.sendAsk}
      description={says.sendHint}
      open={asks}
      onOpenChange={(open) => !open && setAsks(false)}
      onConfirm={send}
    >
      <Button
        type="primary"
        loading={busy}
        onClick={() =>
          check().then(
            () => setAsks(true),
            () => undefined,
          )
        }
      >
        {says.send}
      </Button>
    </Popconfirm>
  )
}

function QuickPick({ pick, clear }: { pick: (kind: string) => void; clear: () => void }): ReactNode {
  return (
    <div className="notice-quick">
      {kinds.map((kind) => (
        <Button key={kind} size="small" onClick={() => pick(kind)}>
          {says.fields.all[kind]}
        </Button>
      ))}
      <Button size="small" onClick={clear}>
        {says.fields.clear}
      </Button>
    </div>
  )
}
