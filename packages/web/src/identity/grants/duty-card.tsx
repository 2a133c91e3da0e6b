import type { AdministratorDesk } from '@eduduty/core/identity'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useMay } from '../../platform/session/session-context.tsx'
import { peopleMessages } from '../people/messages.ts'
import { grantMessages } from './messages.ts'

const says = grantMessages.desk

type Duty = AdministratorDesk['duties'][number]

/** One of the three: what they do, who they are, what waits for them with a way to it. */
export function DutyCard({ duty }: { duty: Duty }): ReactNode {
  return (
    <section className="duty-card" aria-label={says.duties[duty.duty]}>
      <h2>{says.duties[duty.duty]}</h2>
      <p className="muted">{says.does[duty.duty]}</p>
      {duty.people.length === 0 && <p className="wrong">{says.none}</p>}
      <ul>
        {duty.people.map((person) => (
          <li key={`${person.name} ${person.post_title} ${person.unit_name}`}>
            <strong>{person.name}</strong>{' '}
            <span className="muted">
              {person.unit_name} {person.post_title}
            </span>
            {person.account !== 'active' && (
              <span className="short apart">{says.accountNot(accountWord(person.account))}</span>
            )}
          </li>
        ))}
      </ul>
      <h3>{says.waits}</h3>
      {duty.waits.length === 0 && <p className="muted">{says.noWaits}</p>}
      <ul>
        {duty.waits.map((wait) => (
          <li key={wait.kind}>
            <WaitLink kind={wait.kind} /> <strong className="number short">{wait.count}</strong>
            {wait.subjects.length > 0 && (
              <span className="muted apart">
                {wait.subjects.join('、')}
                {wait.count > wait.subjects.length && '…'}
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function accountWord(status: string): string {
  const words: Readonly<Record<string, string>> = peopleMessages.statuses
  return words[status] ?? status
}

function WaitLink({ kind }: { kind: string }): ReactNode {
  const words: Readonly<Record<string, string>> = says.waitKinds
  const word = words[kind] ?? kind
  const may = useMay()
  switch (kind) {
    case 'tenure':
      return (
        <Link to="/identity/tenures" search={{ tab: 'records', status: 'proposed' }}>
          {word}
        </Link>
      )
    case 'grant':
      return (
        <Link to="/identity/grants" search={{ status: 'proposed' }}>
          {word}
        </Link>
      )
    case 'account_missing':
      return (
        <Link to="/identity/people" search={{ status: 'none' }}>
          {word}
        </Link>
      )
    case 'secret_missing':
      return (
        <Link to="/identity/people" search={{ status: 'waiting' }}>
          {word}
        </Link>
      )
    case 'denials':
      // Whoever may not read the log is told the number alone.
      return may('audit.read') ? (
        <Link to="/audit" search={{ result: 'denied' }}>
          {word}
        </Link>
      ) : (
        word
      )
    default:
      return word
  }
}
