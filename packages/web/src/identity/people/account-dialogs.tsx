import { chinaMinute } from '@eduduty/core/calendar'
import type { IssuedSecret, PersonDetail } from '@eduduty/core/identity'
import { Button, Form, Input, Modal } from 'antd'
import { type ReactNode, useState } from 'react'
import { atFields } from '../../platform/form/at-fields.ts'
import { FormDialog } from '../../platform/form/form-dialog.tsx'
import { printAlone } from '../../platform/form/print-alone.ts'
import { ReasonField } from '../../platform/form/reason-field.tsx'
import { useChange } from '../../platform/form/use-change.ts'
import { useCopyText } from '../../platform/form/use-copy-text.ts'
import { loginRules, numberFields } from './add-person-dialog.tsx'
import { identityKey } from './identity-queries.ts'
import { peopleMessages } from './messages.ts'

const says = peopleMessages.accounts

interface Reason {
  readonly reason: string
}

export function AddAccountDialog(props: { person: PersonDetail; path: string; close: () => void }): ReactNode {
  const [form] = Form.useForm<{ login_name: string }>()
  const add = useChange(identityKey)
  const submit = (body: { login_name: string }) => {
    const path = `/identity/people/${props.path}/account`
    add.mutate({ path, body, done: says.added, at: atFields(form, numberFields) }, { onSuccess: props.close })
  }
  return (
    <FormDialog<{ login_name: string }>
      title={says.addTitle(props.person.name)}
      okText={says.add}
      busy={add.isPending}
      form={form}
      submit={submit}
      close={props.close}
    >
      <Form.Item
        name="login_name"
        label={peopleMessages.form.login}
        rules={[{ required: true, message: peopleMessages.form.loginRule }, ...loginRules]}
      >
        <Input autoFocus autoComplete="off" maxLength={40} />
      </Form.Item>
    </FormDialog>
  )
}

export function ChangeAccountDialog(props: { enabled: boolean; path: string; close: () => void }): ReactNode {
  const change = useChange(identityKey)
  const submit = ({ reason }: Reason) => {
    const body = { enabled: props.enabled, reason }
    const sent = { method: 'PUT', path: `/identity/people/${props.path}/account`, body, done: says.changed } as const
    change.mutate(sent, { onSuccess: props.close })
  }
  return (
    <FormDialog<Reason>
      title={props.enabled ? says.enable : says.disable}
      {...(!props.enabled && { hint: says.disableHint })}
      okText={props.enabled ? says.enable : says.disable}
      danger={!props.enabled}
      busy={change.isPending}
      submit={submit}
      close={props.close}
    >
      <ReasonField />
    </FormDialog>
  )
}

/** The code is in the memory of this dialog only, until it is closed. */
export function IssueSecretDialog(props: { path: string; close: () => void }): ReactNode {
  const issue = useChange<IssuedSecret>(identityKey)
  const [issued, setIssued] = useState<IssuedSecret>()
  if (issued !== undefined) return <IssuedSecretDialog issued={issued} close={props.close} />
  const submit = (body: Reason) =>
    issue.mutate({ path: `/identity/people/${props.path}/account/secret`, body }, { onSuccess: setIssued })
  return (
    <FormDialog<Reason>
      title={says.issue}
      hint={says.issueHint}
      okText={says.issue}
      busy={issue.isPending}
      submit={submit}
      close={props.close}
    >
      <ReasonField />
    </FormDialog>
  )
}

/** To be copied, printed or written down now: it is shown once. */
function IssuedSecretDialog({ issued, close }: { issued: IssuedSecret; close: () => void }): ReactNode {
  const copyText = useCopyText()
  const { code, login_name, expires_at, needs_confirmation } = issued
  const until = says.issuedUntil(chinaMinute(expires_at))
  const print = () => printAlone([says.issued, says.issuedFor(login_name), code, until, says.howToUse])
  return (
    <Modal
      open
      title={says.issued}
      closable={false}
      mask={{ closable: false }}
      keyboard={false}
      footer={[
        <Button key="copy" onClick={() => copyText(code, says)}>
          {says.copy}
        </Button>,
        <Button key="print" onClick={print}>
          {says.print}
        </Button>,
        <Button key="close" type="primary" onClick={close}>
          {says.close}
        </Button>,
      ]}
    >
      <p>{says.issuedFor(login_name)}</p>
      <p className="secret-code">{code}</p>
      <p>{until}</p>
      {needs_confirmation && <p className="short">{says.needsConfirmation}</p>}
      <p className="note">{says.handOver}</p>
    </Modal>
  )
}
