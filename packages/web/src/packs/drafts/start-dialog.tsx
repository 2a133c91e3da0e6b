import type { DraftEntry, InstalledVersion, StartDraft } from '@eduduty/core/packs'
import { useQuery } from '@tanstack/react-query'
import { App, Form, Input, Radio, Select } from 'antd'
import { type ReactNode, useState } from 'react'
import { sendFile } from '../../platform/api/http.ts'
import { DateField } from '../../platform/form/date-field.tsx'
import { FileButton } from '../../platform/form/file-button.tsx'
import { FormDialog } from '../../platform/form/form-dialog.tsx'
import { useChange } from '../../platform/form/use-change.ts'
import { installedQuery, packsKey, versionKey } from '../packs-queries.ts'
import { draftMessages } from './messages.ts'

const says = draftMessages.start

type Kind = keyof typeof says.kinds
const kinds: readonly Kind[] = ['copy', 'overlay', 'upload', 'blank']

interface Values {
  readonly title: string
  readonly base?: string
  readonly version?: string
  readonly id?: string
  readonly packTitle?: string
  readonly issuer?: string
  readonly document?: string
  readonly scope?: string
  readonly since?: string
}

/** How a draft is to be started; done, its editor opens. */
export function StartDialog(props: { close: () => void; started: (draft: DraftEntry) => void }): ReactNode {
  const [kind, setKind] = useState<Kind>('copy')
  const [file, setFile] = useState<File>()
  const { data } = useQuery(installedQuery())
  const { submit, isBusy } = useStart(kind, file, props.started)
  const versions = data?.versions ?? []
  return (
    <FormDialog<Values>
      title={says.title}
      okText={says.ok}
      busy={isBusy}
      width={620}
      submit={(values) => void submit(values)}
      close={props.close}
    >
      <Form.Item label={says.kind} extra={says.kindHelp[kind]}>
        <Radio.Group
          value={kind}
          onChange={({ target }) => setKind(kinds.find((one) => one === target.value) ?? 'copy')}
          options={kinds.map((value) => ({ value, label: says.kinds[value] }))}
        />
      </Form.Item>
      {kind === 'upload' ? (
        <Form.Item label={says.file}>
          <FileButton label={file?.name ?? says.file} accept=".zip,.xlsx" onFile={setFile} />
        </Form.Item>
      ) : (
        <Form.Item name="title" label={says.name} extra={says.nameHelp} rules={needed}>
          <Input maxLength={80} />
        </Form.Item>
      )}
      {(kind === 'copy' || kind === 'overlay') && <BaseField versions={versions} />}
      {kind === 'copy' && (
        <Form.Item
          name="version"
          label={says.version}
          extra={says.versionHelp}
          rules={[{ required: true, pattern: /^\d+\.\d+\.\d+$/, message: says.versionRule }]}
        >
          <Input />
        </Form.Item>
      )}
      {kind === 'overlay' && <OverlayFields />}
    </FormDialog>
  )
}

function useStart(kind: Kind, file: File | undefined, started: (draft: DraftEntry) => void) {
  const [sending, setSending] = useState(false)
  const { message } = App.useApp()
  const start = useChange<DraftEntry>(packsKey)
  const upload = async (): Promise<void> => {
    if (file === undefined) return void message.error(says.noFile)
    setSending(true)
    try {
      started(await sendFile<DraftEntry>(`/packs/drafts/upload?name=${encodeURIComponent(file.name)}`, file))
    } catch (error) {
      void message.error(error instanceof Error ? error.message : '', 10)
    } finally {
      setSending(false)
    }
  }
  return {
    isBusy: start.isPending || sending,
    async submit(values: Values): Promise<void> {
      if (kind === 'upload') return upload()
      const body = bodyOf(kind, values)
      start.mutate({ path: '/packs/drafts', body, done: says.done }, { onSuccess: started })
    },
  }
}

const needed = [{ required: true, whitespace: true, message: says.required }]

function BaseField({ versions }: { versions: readonly InstalledVersion[] }): ReactNode {
  return (
    <Form.Item name="base" label={says.base} rules={needed}>
      <Select
        showSearch={{ optionFilterProp: 'label' }}
        options={versions.map((one) => ({ value: versionKey(one), label: `${one.title} ${one.version}` }))}
      />
    </Form.Item>
  )
}

function OverlayFields(): ReactNode {
  return (
    <div className="two-columns">
      <Form.Item
        name="id"
        label={says.id}
        extra={says.idHelp}
        rules={[{ required: true, pattern: /^[a-z][a-z0-9-]{1,59}$/, message: says.idRule }]}
      >
        <Input />
      </Form.Item>
      {(['packTitle', 'issuer', 'document', 'scope'] as const).map((name) => (
        <Form.Item key={name} name={name} label={says[name]} rules={needed}>
          <Input maxLength={200} />
        </Form.Item>
      ))}
      <Form.Item name="since" label={says.since} rules={needed}>
        <DateField />
      </Form.Item>
    </div>
  )
}

function bodyOf(kind: Exclude<Kind, 'upload'>, values: Values): StartDraft {
  const {
    title,
    base = '',
    version = '',
    id = '',
    packTitle = '',
    issuer = '',
    document = '',
    scope = '',
    since = '',
  } = values
  const [pack_id = '', hash = ''] = base.split('/')
  if (kind === 'blank') return { title, from: { kind } }
  if (kind === 'copy') return { title, from: { kind, pack_id, hash, version } }
  return { title, from: { kind, pack_id, hash, id, title: packTitle, issuer, document, scope, since } }
}
