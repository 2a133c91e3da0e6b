import { dayOf } from '@eduduty/core/calendar'
import { Modal } from 'antd'
import { type ReactNode, useState } from 'react'
import { DateField } from '../../platform/form/date-field.tsx'
import { FileButton } from '../../platform/form/file-button.tsx'
import { formMessages } from '../../platform/form/messages.ts'
import { organizationMessages } from '../messages.ts'
import { ImportResult } from './import-result.tsx'
import { useImport } from './use-import.ts'

const says = organizationMessages.imports

interface ImportDialogProps {
  readonly what: 'units' | 'areas'
  readonly county?: string
  readonly close: () => void
}

/** A list of units or areas: choose the file, see what it would do or what is wrong, write it. */
export function ImportDialog({ what, county, close }: ImportDialogProps): ReactNode {
  const [file, setFile] = useState<File>()
  const [from, setFrom] = useState(`${dayOf(new Date()).slice(0, 4)}-01-01`)
  const { check, apply, mark } = useImport({ what, county, from })
  const outcome = apply.data ?? check.data
  const hasErrors = outcome?.findings.some((finding) => finding.level === 'error') === true
  const canApply = check.data !== undefined && !hasErrors && check.data.added + check.data.changed > 0
  const look = (chosen: File | undefined) => {
    setFile(chosen)
    apply.reset()
    check.reset()
    if (chosen !== undefined) check.mutate(chosen)
  }
  const write = () => {
    if (file === undefined) return
    apply.mutate(file, { onSuccess: (done) => done.applied && close() })
  }
  return (
    <Modal
      open
      width={860}
      title={says[what]}
      okText={says.apply}
      cancelText={formMessages.cancel}
      okButtonProps={{ disabled: !canApply, loading: apply.isPending }}
      onOk={write}
      onCancel={close}
      mask={{ closable: false }}
    >
      <p className="muted">{what === 'units' ? says.unitsHint : says.areasHint}</p>
      <div className="import-file">
        <FileButton label={says.file} onFile={look} />
        <span>{file === undefined ? '' : says.chosen(file.name)}</span>
        <span>
          {says.from[what]}{' '}
          <DateField
            small
            label={says.from[what]}
            value={from}
            onChange={(day) => {
              setFrom(day)
              look(undefined)
            }}
          />
        </span>
      </div>
      {check.isPending && <p role="status">{says.checking}</p>}
      {file !== undefined && outcome !== undefined && (
        <ImportResult outcome={outcome} marking={mark.isPending} mark={() => mark.mutate(file)} />
      )}
    </Modal>
  )
}
