import { type ImportedPeople, readPasted } from '@eduduty/core/identity'
import type { UnitTree } from '@eduduty/core/organizations'
import { useQuery } from '@tanstack/react-query'
import { App, Button, Input, Modal } from 'antd'
import { type ReactNode, useMemo, useState } from 'react'
import { getJson } from '../../platform/api/http.ts'
import { formMessages } from '../../platform/form/messages.ts'
import { useChange } from '../../platform/form/use-change.ts'
import { identityKey } from './identity-queries.ts'
import { ImportFileDialog } from './import-file-dialog.tsx'
import { peopleMessages } from './messages.ts'

const says = peopleMessages.imports
const most = 2000

/** A table pasted from a spreadsheet: checked first, then taken whole. */
export function ImportDialog({ close }: { close: () => void }): ReactNode {
  const { message } = App.useApp()
  const [byFile, setByFile] = useState(false)
  const [text, setText] = useState('')
  const [checked, setChecked] = useState<ImportedPeople>()
  const rows = useMemo(() => readPasted(text), [text])
  const tree = useQuery({
    queryKey: ['organizations', 'own tree'],
    queryFn: ({ signal }) => getJson<UnitTree>('/organizations/tree', signal),
  })
  const send = useChange<ImportedPeople>(identityKey)
  const usable = rows.length > 0 && rows.length <= most && tree.data !== undefined
  const submit = async (dry_run: boolean) => {
    const body = { county_code: tree.data?.county, dry_run, rows }
    const answer = await send.mutateAsync({ path: '/identity/people/import', body }).catch(() => undefined)
    if (answer?.applied === true) {
      void message.success(says.done(answer.people, answer.accounts))
      close()
    } else setChecked(answer)
  }
  const clean = checked !== undefined && checked.findings.length === 0
  const sending = { loading: send.isPending }
  if (byFile && tree.data !== undefined)
    return <ImportFileDialog county={tree.data.county} close={close} paste={() => setByFile(false)} />
  return (
    <Modal
      open
      width={760}
      title={says.title}
      onCancel={close}
      footer={[
        <Button key="cancel" onClick={close}>
          {formMessages.cancel}
        </Button>,
        <Button key="send" type="primary" disabled={!usable} {...sending} onClick={() => void submit(!clean)}>
          {clean ? says.apply(checked.people) : says.check}
        </Button>,
      ]}
    >
      <p className="note form-hint">
        {says.hint}{' '}
        <Button size="small" onClick={() => setByFile(true)}>
          {says.fileInstead}
        </Button>
      </p>
      <PastedTable
        text={text}
        rows={rows.length}
        change={(pasted) => {
          setText(pasted)
          setChecked(undefined)
        }}
      />
      {checked !== undefined && <Checked outcome={checked} />}
    </Modal>
  )
}

interface PastedTableProps {
  readonly text: string
  readonly rows: number
  readonly change: (text: string) => void
}

function PastedTable({ text, rows, change }: PastedTableProps): ReactNode {
  return (
    <>
      <Input.TextArea
        autoFocus
        aria-label={says.paste}
        placeholder={says.paste}
        value={text}
        autoSize={{ minRows: 6, maxRows: 12 }}
        onChange={(event) => change(event.target.value)}
      />
      <p className={rows > most ? 'wrong' : 'muted'}>{rows > most ? says.tooMany : says.read(rows)}</p>
    </>
  )
}

function Checked({ outcome }: { outcome: ImportedPeople }): ReactNode {
  if (outcome.findings.length === 0) return <p role="status">{says.good(outcome.people, outcome.accounts)}</p>
  return (
    <div role="alert">
      <p className="wrong">{says.bad(outcome.findings.length)}</p>
      <table className="plain import-findings">
        <tbody>
          {outcome.findings.slice(0, 100).map((finding) => (
            <tr key={finding.line}>
              <td className="nowrap">{says.line(finding.line)}</td>
              <td className="nowrap">{finding.name}</td>
              <td>{finding.message}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
