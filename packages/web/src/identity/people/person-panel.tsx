import type { PersonDetail } from '@eduduty/core/identity'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { useMay } from '../../platform/session/session-context.tsx'
import { ErrorState } from '../../platform/shell/error-state.tsx'
import { Loading } from '../../platform/shell/loading.tsx'
import { SidePanel } from '../../platform/shell/side-panel.tsx'
import { AccountSection } from './account-section.tsx'
import { ChangePersonDialog } from './change-person-dialog.tsx'
import { personQuery } from './identity-queries.ts'
import { peopleMessages as says } from './messages.ts'
import { MovePersonDialog } from './move-person-dialog.tsx'
import { RevealedNumber } from './revealed-number.tsx'
import { TenureTable } from './tenure-table.tsx'

/** One person: numbers, account, posts now and before. */
export function PersonPanel(props: { person: string; close: () => void }): ReactNode {
  const person = useQuery(personQuery(props.person))
  return (
    <SidePanel close={props.close} title={person.data?.name ?? says.title}>
      {person.error !== null ? (
        <ErrorState error={person.error} retry={() => person.refetch()} />
      ) : person.data === undefined ? (
        <Loading />
      ) : (
        <Content person={person.data} path={props.person} />
      )}
    </SidePanel>
  )
}

function Content({ person, path }: { person: PersonDetail; path: string }): ReactNode {
  const may = useMay()
  return (
    <>
      <dl className="facts">
        <div>
          <dt>{says.columns.unit}</dt>
          <dd>{person.unit_name}</dd>
        </div>
        <div>
          <dt>{says.columns.idNumber}</dt>
          <dd>
            <RevealedNumber path={path} data="id_number" masked={person.id_number} what={says.columns.idNumber} />
          </dd>
        </div>
        <div>
          <dt>{says.columns.phone}</dt>
          <dd>
            <RevealedNumber path={path} data="phone" masked={person.phone} what={says.columns.phone} />
          </dd>
        </div>
      </dl>
      {may('identity.manage') && <PersonActions person={person} path={path} />}
      <AccountSection person={person} path={path} />
      <section className="panel-section">
        <div className="section-bar">
          <h3>{says.panel.posts}</h3>
          {may('identity.grants_read') && (
            <Link to="/identity/access" search={{ person: path }}>
              {says.panel.access}
            </Link>
          )}
        </div>
        <TenureTable tenures={person.tenures} />
      </section>
    </>
  )
}

function PersonActions({ person, path }: { person: PersonDetail; path: string }): ReactNode {
  const [open, setOpen] = useState<'change' | 'move'>()
  const close = () => setOpen(undefined)
  return (
    <p className="panel-actions">
      <button type="button" className="link" onClick={() => setOpen('change')}>
        {says.change}
      </button>
      <button type="button" className="link" onClick={() => setOpen('move')}>
        {says.move.action}
      </button>
      {open === 'change' && <ChangePersonDialog person={person} path={path} close={close} />}
      {open === 'move' && <MovePersonDialog person={person} path={path} close={close} />}
    </p>
  )
}
