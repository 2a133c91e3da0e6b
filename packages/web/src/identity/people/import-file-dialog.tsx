import type { ImportedPeopleFile } from '@eduduty/core/identity'
import { Button, Modal } from 'antd'
import { type ReactNode, useState } from 'react'
import { FileButton } from '../../platform/form/file-button.tsx'
import { formMessages } from '../../platform/form/messages.ts'
import { peopleMessages } from './messages.ts'
import { useFileImport } from './use-file-import.ts'

const says = peopleMessages.imports

/** A file of people: choose it, see what would be done or what is wrong, take it whole. */
export function ImportFileDialog(props: { county: string; close: () => void; paste: () => void }): ReactNode {
  const [file, setFile] = useState<File>()
  const { check, apply, mark } = useFileImport(props.county)
  const outcome = apply.data ?? check.data
  const clean = check.data !== undefined && check.data.findings.length === 0 && check.data.people > 0
  const look = (chosen: File | undefined) => {
    setFile(chosen)
    apply.reset()
    check.reset()
    if (chosen !== undefined) check.mutate(chosen)
  }
  const write = () => {
    if (file !== undefined) apply.mutate(file, { onSuccess: (done) => done.applied && props.close() })
  }
  return (
    <Modal
      open
      width={760}
      title={says.title}
      okText={clean ? says.apply(check.data?.people ?? 0) : says.applyFile}
      cancelText={formMessages.cancel}
      okButtonProps={{ disabled: !clean, loading: apply.isPending }}
      onOk={write}
      onCancel={props.close}
    >
      <p className="note form-hint">{says.fileHint}</p>
      <p>
        <FileButton label={says.file} onFile={look} /> <Button onClick={props.paste}>{says.pasteInstead}</Button>{' '}
        {file?.name}
      </p>
      {check.isPending && <p role="status">{says.checking}</p>}
      {outcome !== undefined && file !== undefined && (
        <FileOutcome outcome={outcome} marking={mark.isPending} mark={() => mark.mutate(file)} />
      )}
    </Modal>
  )
}

function FileOutcome(props: { outcome: ImportedPeopleFile; marking: boolean; mark: () => void }): ReactNode {
  const { findings, people, accounts } = props.outcome
  if (findings.length === 0) return <p role="status">{people === 0 ? says.nobody : says.good(people, accounts)}</p>
  return (
    <div role="alert">
      <p className="wrong">
        {says.badFile(findings.length)}{' '}
        <Button size="small" loading={props.marking} onClick={props.mark}>
          {says.marked}
        </Button>
      </p>
      <table className="plain import-findings">
        <tbody>
          {findings.slice(0, 100).map((finding) => (
            <tr key={`${finding.sheet} ${finding.cell} ${finding.message}`}>
              <td className="nowrap">{[finding.sheet, finding.cell].filter((part) => part !== '').join(' ')}</td>
              <td className="nowrap">{finding.name}</td>
              <td>{finding.message}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
