import { chinaMinute } from '@eduduty/core/calendar'
import type { PersonDetail } from '@eduduty/core/identity'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { useMay } from '../../platform/session/session-context.tsx'
import { AddAccountDialog, ChangeAccountDialog, IssueSecretDialog } from './account-dialogs.tsx'
import { peopleMessages } from './messages.ts'
import { AccountMark } from './status-mark.tsx'

const says = peopleMessages.accounts

type Action = 'add' | 'disable' | 'enable' | 'issue'

/** The account of a person: whether they can sign in, and what an administrator may do about it. */
export function AccountSection({ person, path }: { person: PersonDetail; path: string }): ReactNode {
  const [open, setOpen] = useState<Action>()
  const close = () => setOpen(undefined)
  const actions = useActions(person)
  return (
    <section className="panel-section">
      <h3>{peopleMessages.panel.account}</h3>
      <p>
        {person.login_name !== '' && <strong className="before">{person.login_name}</strong>}
        <AccountMark status={person.status} />
        {person.login_name !== '' && (
          <span className="muted apart">
            {person.last_sign_in_at === null
              ? peopleMessages.panel.never
              : peopleMessages.panel.lastSignIn(chinaMinute(person.last_sign_in_at))}
          </span>
        )}
      </p>
      <CodeLine person={person} />
      {person.is_self && <p className="muted">{peopleMessages.panel.self}</p>}
      <p className="panel-actions">
        {actions.map((action) => (
          <Button key={action} size="small" danger={action === 'disable'} onClick={() => setOpen(action)}>
            {says[action]}
          </Button>
        ))}
      </p>
      {open === 'add' && <AddAccountDialog person={person} path={path} close={close} />}
      {(open === 'disable' || open === 'enable') && (
        <ChangeAccountDialog enabled={open === 'enable'} path={path} close={close} />
      )}
      {open === 'issue' && <IssueSecretDialog path={path} close={close} />}
    </section>
  )
}

function CodeLine({ person }: { person: PersonDetail }): ReactNode {
  const { status, code_expires_at: until } = person
  const valid = until !== null && Date.parse(until) > Date.now()
  if (valid) return <p className="muted">{peopleMessages.panel.codeUntil(chinaMinute(until))}</p>
  return status === 'waiting' ? <p className="short">{peopleMessages.panel.noCode}</p> : null
}

function useActions({ status, is_self }: PersonDetail): readonly Action[] {
  const may = useMay()
  if (is_self) return []
  const managing: readonly Action[] = status === 'none' ? ['add'] : [status === 'disabled' ? 'enable' : 'disable']
  const issuing: readonly Action[] = status === 'waiting' || status === 'active' ? ['issue'] : []
  return [...(may('identity.manage') ? managing : []), ...(may('identity.secrets_issue') ? issuing : [])]
}
