import type { DraftEntry, DraftView, PackVersionView } from '@eduduty/core/packs'
import { useNavigate } from '@tanstack/react-router'
import { App, Button, Dropdown, Form, Input, Tooltip } from 'antd'
import { type ReactNode, useState } from 'react'
import { sendJson } from '../../platform/api/http.ts'
import { FormDialog } from '../../platform/form/form-dialog.tsx'
import { useChange } from '../../platform/form/use-change.ts'
import { useMay } from '../../platform/session/session-context.tsx'
import { packsKey } from '../packs-queries.ts'
import { useDraftDesk } from './draft-context.ts'
import { draftPath } from './draft-queries.ts'
import { draftMessages } from './messages.ts'
import { SaveMark } from './save-mark.tsx'

const says = draftMessages.page

/** State of saving, and what is done with the whole draft. */
export function DraftActions({ view, errors }: { view: DraftView; errors: number | undefined }): ReactNode {
  const { draft, place } = useDraftDesk()
  const [asking, setAsking] = useState<'install' | 'rename'>()
  const may = useMay()
  const navigate = useNavigate()
  const { modal, message } = App.useApp()
  const leave = () => navigate({ to: '/packs' })
  const remove = () =>
    modal.confirm({
      title: says.remove,
      content: says.removeHint,
      okText: says.remove,
      okButtonProps: { danger: true },
      onOk: async () => {
        await sendJson('DELETE', draftPath(place))
        void message.success(says.removeDone)
        await leave()
      },
    })
  const file = (format: string) => window.location.assign(`/api${draftPath(place)}/file?format=${format}`)
  const items = [
    { key: 'zip', label: says.zip, onClick: () => file('zip') },
    { key: 'xlsx', label: says.xlsx, onClick: () => file('xlsx') },
    { key: 'rename', label: says.rename, onClick: () => setAsking('rename') },
    { key: 'remove', label: says.remove, danger: true, onClick: () => void remove() },
  ]
  const blocked = !may('packs.approve')
    ? says.mayNotInstall
    : draft.state !== 'saved' || errors === undefined
      ? says.installUnsaved
      : errors > 0
        ? says.installBlocked(errors)
        : undefined
  return (
    <div className="draft-actions">
      {draft.isOpen && <SaveMark />}
      {draft.isOpen && (
        <Button disabled={!draft.canUndo} title={says.undoTip} onClick={draft.undo}>
          {says.undo}
        </Button>
      )}
      <Button onClick={() => void leave()}>{says.back}</Button>
      <Dropdown menu={{ items }} trigger={['click']}>
        <Button>{says.more}</Button>
      </Dropdown>
      {draft.isOpen && (
        <Tooltip title={blocked}>
          <Button type="primary" disabled={blocked !== undefined} onClick={() => setAsking('install')}>
            {says.install}
          </Button>
        </Tooltip>
      )}
      {asking === 'install' && <InstallDraft close={() => setAsking(undefined)} />}
      {asking === 'rename' && <RenameDraft title={view.title} close={() => setAsking(undefined)} />}
    </div>
  )
}

function InstallDraft(props: { close: () => void }): ReactNode {
  const { draft, place } = useDraftDesk()
  const install = useChange<PackVersionView>(packsKey)
  const submit = () =>
    install.mutate(
      {
        path: `${draftPath(place)}/install`,
        body: { revision: draft.saved.revision },
        done: ({ title, version }) => says.installDone(title, version),
      },
      { onSuccess: props.close },
    )
  return (
    <FormDialog
      title={says.installTitle}
      hint={says.installHint}
      okText={says.install}
      busy={install.isPending}
      submit={submit}
      close={props.close}
    >
      {null}
    </FormDialog>
  )
}

function RenameDraft({ title, close }: { title: string; close: () => void }): ReactNode {
  const { place } = useDraftDesk()
  const rename = useChange<DraftEntry>(packsKey)
  return (
    <FormDialog<{ title: string }>
      title={says.rename}
      okText={says.rename}
      busy={rename.isPending}
      initial={{ title }}
      submit={(body) =>
        rename.mutate(
          { method: 'PUT', path: `${draftPath(place)}/title`, body, done: says.renamed },
          { onSuccess: close },
        )
      }
      close={close}
    >
      <Form.Item
        name="title"
        label={draftMessages.start.name}
        rules={[{ required: true, whitespace: true, message: draftMessages.start.required }]}
      >
        <Input maxLength={80} />
      </Form.Item>
    </FormDialog>
  )
}
