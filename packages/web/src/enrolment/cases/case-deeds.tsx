import type { CaseNoteBody, CaseView } from '@eduduty/core/enrolment'
import { Button, Checkbox, Form, Input } from 'antd'
import { type ReactNode, useState } from 'react'
import { FormDialog } from '../../platform/form/form-dialog.tsx'
import { useChange } from '../../platform/form/use-change.ts'
import { oneCaseMessages } from './case-messages.ts'
import { casePath, casesKey } from './case-queries.ts'
import { HandoverDialog } from './handover-dialog.tsx'
import { caseMessages } from './messages.ts'

const says = oneCaseMessages.note

/** What may be done beside the steps: a note, and handing the child over. */
export function CaseDeeds({ view }: { view: CaseView }): ReactNode {
  const [open, setOpen] = useState<'note' | 'handover'>()
  const close = () => setOpen(undefined)
  return (
    <>
      {view.may_note && <Button onClick={() => setOpen('note')}>{says.action}</Button>}
      {view.may_hand_over && <Button onClick={() => setOpen('handover')}>{caseMessages.handovers.offer}</Button>}
      {open === 'note' && <NoteDialog view={view} close={close} />}
      {open === 'handover' && <HandoverDialog view={view} close={close} />}
    </>
  )
}

function NoteDialog({ view: { row }, close }: { view: CaseView; close: () => void }): ReactNode {
  const change = useChange<unknown>(casesKey)
  return (
    <FormDialog<CaseNoteBody>
      title={says.title}
      hint={says.hint}
      okText={says.ok}
      busy={change.isPending}
      initial={{ is_private: false }}
      submit={(body) =>
        change.mutate({ path: `${casePath(row.county, row.case)}/notes`, body, done: says.done }, { onSuccess: close })
      }
      close={close}
    >
      <Form.Item name="says" label={says.says} rules={[{ required: true, whitespace: true, message: says.rule }]}>
        <Input.TextArea autoFocus autoSize={{ minRows: 3, maxRows: 10 }} maxLength={2000} showCount />
      </Form.Item>
      <Form.Item name="is_private" valuePropName="checked">
        <Checkbox>{says.private}</Checkbox>
      </Form.Item>
    </FormDialog>
  )
}
