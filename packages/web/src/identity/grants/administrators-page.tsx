import { chinaMinute } from '@eduduty/core/calendar'
import type { AdministratorDesk } from '@eduduty/core/identity'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { ErrorState } from '../../platform/shell/error-state.tsx'
import { Loading } from '../../platform/shell/loading.tsx'
import { PlainHead } from '../../platform/shell/page-head.tsx'
import { Light } from '../../platform/theme/light.tsx'
import { deskQuery } from '../people/identity-queries.ts'
import { DutyCard } from './duty-card.tsx'
import { grantMessages } from './messages.ts'
import { WaitingSecrets } from './waiting-secrets.tsx'

const says = grantMessages.desk

/** The three administrators side by side: who, what waits, and whether they are kept apart. */
export function AdministratorsPage(): ReactNode {
  const desk = useQuery(deskQuery())
  return (
    <>
      <PlainHead title={says.title} purpose={says.purpose} />
      {desk.error !== null ? (
        <ErrorState error={desk.error} retry={() => desk.refetch()} />
      ) : desk.data === undefined ? (
        <Loading />
      ) : (
        <Desk desk={desk.data} />
      )}
    </>
  )
}

function Desk({ desk }: { desk: AdministratorDesk }): ReactNode {
  return (
    <>
      <Separation desk={desk} />
      <WaitingSecrets secrets={desk.secrets} />
      <div className="duty-cards">
        {desk.duties.map((duty) => (
          <DutyCard key={duty.duty} duty={duty} />
        ))}
      </div>
      <Changes changes={desk.changes} />
    </>
  )
}

function Separation({ desk }: { desk: AdministratorDesk }): ReactNode {
  const security = desk.duties.find(({ duty }) => duty === 'security')
  const deciders = new Set(security?.people.filter(({ account }) => account === 'active').map(({ name }) => name))
  const lines: { good: boolean; text: string }[] = desk.meetings.map(({ person_name, role_titles }) => ({
    good: false,
    text: says.meets(person_name, role_titles.join('、')),
  }))
  if (!desk.apart) lines.push({ good: false, text: says.apartOff })
  if (lines.length === 0) lines.push({ good: true, text: says.apartYes })
  lines.push({ good: desk.second_approval, text: desk.second_approval ? says.secondYes : says.secondNo })
  if (desk.second_approval && deciders.size < 2) lines.push({ good: false, text: says.oneSecurity })
  return (
    <section className="separation" aria-label={says.apart}>
      <h2>{says.apart}</h2>
      <ul>
        {lines.map(({ good, text }) => (
          <li key={text}>
            <Light state={good ? 'met' : 'unmet'} word={text} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Changes({ changes }: { changes: AdministratorDesk['changes'] }): ReactNode {
  const statuses: Readonly<Record<string, string>> = grantMessages.statuses
  const kinds: Readonly<Record<string, string>> = says.changeKinds
  return (
    <section className="panel-section">
      <h2>{says.changes}</h2>
      {changes.length === 0 ? (
        <p className="muted">{says.noChanges}</p>
      ) : (
        <table className="plain">
          <thead>
            <tr>
              {[says.columns.at, says.columns.kind, says.columns.subject, says.columns.status, says.columns.by].map(
                (title) => (
                  <th key={title} scope="col">
                    {title}
                  </th>
                ),
              )}
            </tr>
          </thead>
          <tbody>
            {changes.map((change) => (
              <tr key={`${change.at} ${change.kind} ${change.subject}`}>
                <td className="nowrap number">{chinaMinute(change.at)}</td>
                <td>{kinds[change.kind] ?? change.kind}</td>
                <td>{change.subject}</td>
                <td className={change.status === 'proposed' ? 'short' : ''}>
                  {statuses[change.status] ?? change.status}
                </td>
                <td>{change.by}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
