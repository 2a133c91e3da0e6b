import { chinaMinute } from '@eduduty/core/calendar'
import type { WaitingSecret } from '@eduduty/core/identity'
import { Button, Form, Input } from 'antd'
import { type ReactNode, useState } from 'react'
import { FormDialog } from '../../platform/form/form-dialog.tsx'
import { useChange } from '../../platform/form/use-change.ts'
import { identityKey } from '../people/identity-queries.ts'
import { type Summary, SummaryList } from './appointment-summary.tsx'
import { grantMessages } from './messages.ts'

const says = grantMessages.desk.secrets

interface Asked {
  readonly secret: WaitingSecret
  readonly approve: boolean
}

/** One-time codes of administrators that wait for a second one; nothing when there are none. */
export function WaitingSecrets({ secrets }: { secrets: readonly WaitingSecret[] }): ReactNode {
  const [asked, setAsked] = useState<Asked>()
  if (secrets.length === 0) return null
  const { person, unit, login, by, at, until } = says.columns
  return (
    <section className="panel-section" aria-label={says.title}>
      <h2>{says.title}</h2>
      <p className="muted">{says.hint}</p>
      <table className="plain">
        <thead>
          <tr>
            {[person, unit, login, by, at, until, ''].map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {secrets.map((secret) => (
            <tr key={`${secret.county_code} ${secret.person_id}`}>
              <td>{secret.person_name}</td>
              <td>{secret.unit_name}</td>
              <td>{secret.login_name}</td>
              <td>{secret.issued_by}</td>
              <td className="nowrap number">{chinaMinute(secret.issued_at)}</td>
              <td className="nowrap number">{chinaMinute(secret.expires_at)}</td>
              <td className="nowrap">
                {secret.may_confirm ? (
                  <span className="row-actions">
                    <Button size="small" type="primary" ghost onClick={() => setAsked({ secret, approve: true })}>
                      {says.approve}
                    </Button>
                    <Button size="small" onClick={() => setAsked({ secret, approve: false })}>
                      {says.reject}
                    </Button>
                  </span>
                ) : (
                  <span className="muted">{says.notYours}</span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {asked !== undefined && <DecisionDialog {...asked} close={() => setAsked(undefined)} />}
    </section>
  )
}

function summaryOf(secret: WaitingSecret): Summary {
  const { person, unit, login, by, until } = says.columns
  return [
    [person, secret.person_name],
    [unit, secret.unit_name],
    [login, secret.login_name],
    [by, `${secret.issued_by} ${chinaMinute(secret.issued_at)}`],
    [until, chinaMinute(secret.expires_at)],
  ]
}

function DecisionDialog({ secret, approve, close }: Asked & { close: () => void }): ReactNode {
  const change = useChange(identityKey)
  const submit = ({ reason = '' }: { reason?: string }) => {
    const path = `/identity/people/${secret.county_code}/${secret.person_id}/account/secret/decision`
    const done = approve ? says.approved : says.rejected
    change.mutate({ path, body: { approve, reason, issued_at: secret.issued_at }, done }, { onSuccess: close })
  }
  const verb = approve ? says.approve : says.reject
  const rules = approve ? [] : [{ required: true, whitespace: true, message: says.rejectRule }]
  return (
    <FormDialog<{ reason?: string }>
      title={says.decide(verb)}
      hint={approve ? says.approveHint : says.rejectHint}
      okText={verb}
      danger={!approve}
      busy={change.isPending}
      submit={submit}
      close={close}
    >
      <SummaryList summary={summaryOf(secret)} />
      <Form.Item name="reason" label={grantMessages.opinion} rules={rules}>
        <Input.TextArea autoFocus autoSize={{ minRows: 2, maxRows: 4 }} maxLength={200} showCount />
      </Form.Item>
    </FormDialog>
  )
}
