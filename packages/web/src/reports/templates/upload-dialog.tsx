import type { TemplateCheck, TemplateEntry } from '@eduduty/core/documents'
import { Button, Input, Modal } from 'antd'
import { type ReactNode, useState } from 'react'
import { FileButton } from '../../platform/form/file-button.tsx'
import { formMessages } from '../../platform/form/messages.ts'
import { FaultList } from './fault-list.tsx'
import { templateMessages } from './messages.ts'
import { useTemplateFile } from './use-template-file.ts'

const says = templateMessages.dialog

/** A file is checked as soon as it is chosen; it can be kept when nothing is wrong in it. */
export function UploadDialog(props: { run: string; renews?: TemplateEntry; close: () => void }): ReactNode {
  const { run, renews, close } = props
  const [file, setFile] = useState<File>()
  const [title, setTitle] = useState('')
  const { check, mark, trial, keep } = useTemplateFile(run)
  const isGood = check.data !== undefined && check.data.faults.length === 0
  const choose = (chosen: File) => {
    setFile(chosen)
    if (renews === undefined) setTitle(chosen.name.replace(/\.[^.]*$/, '').slice(0, 60))
    check.mutate(chosen)
  }
  const save = () => {
    if (file === undefined) return
    const what = { file, title: title.trim(), ...(renews !== undefined && { renews }) }
    keep.mutate(what, { onSuccess: ({ kept }) => kept !== undefined && close() })
  }
  return (
    <Modal
      open
      width={860}
      title={renews === undefined ? says.title : says.renewTitle(renews.title)}
      okText={says.save}
      cancelText={formMessages.cancel}
      okButtonProps={{
        disabled: !isGood || (renews === undefined && title.trim() === ''),
        loading: keep.isPending,
      }}
      onOk={save}
      onCancel={close}
    >
      <p className="note form-hint">{says.hint}</p>
      <p className="report-file">
        <FileButton
          label={file === undefined ? says.choose : says.other}
          accept=".docx"
          busy={check.isPending}
          onFile={choose}
        />
        <span>{file?.name}</span>
      </p>
      {check.isPending && <p role="status">{says.checking}</p>}
      {check.data !== undefined && file !== undefined && (
        <Checked
          check={check.data}
          marking={mark.isPending}
          mark={() => mark.mutate(file)}
          trying={trial.isPending}
          trial={() => trial.mutate(file)}
        />
      )}
      {isGood && renews === undefined && <TitleField title={title} change={setTitle} enter={save} />}
    </Modal>
  )
}

interface TitleFieldProps {
  readonly title: string
  readonly change: (title: string) => void
  readonly enter: () => void
}

function TitleField({ title, change, enter }: TitleFieldProps): ReactNode {
  return (
    <div className="report-upload-title">
      <span id="template-title">{says.name}</span>
      <Input
        aria-labelledby="template-title"
        value={title}
        maxLength={60}
        onChange={({ target }) => change(target.value)}
        onPressEnter={enter}
      />
    </div>
  )
}

interface CheckedProps {
  readonly check: TemplateCheck
  readonly marking: boolean
  readonly mark: () => void
  readonly trying: boolean
  readonly trial: () => void
}

function Checked({ check, marking, mark, trying, trial }: CheckedProps): ReactNode {
  if (check.faults.length > 0)
    return (
      <div role="alert">
        <p className="wrong report-file">
          {says.bad(check.faults.length)}
          <Button size="small" loading={marking} onClick={mark}>
            {says.marked}
          </Button>
        </p>
        <FaultList faults={check.faults} />
      </div>
    )
  return (
    <>
      <p role="status" className="report-file">
        {says.good(check.tags)}
        <Button size="small" loading={trying} onClick={trial}>
          {says.trial}
        </Button>
      </p>
      {check.remarks.map((remark) => (
        <p key={remark} className="muted">
          {remark}
        </p>
      ))}
    </>
  )
}
