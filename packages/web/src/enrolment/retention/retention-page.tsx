import type { DestructionMade, RetentionView } from '@eduduty/core/enrolment'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { unitTreeQuery } from '../../platform/api/unit-tree.ts'
import { FormDialog } from '../../platform/form/form-dialog.tsx'
import { ReasonField } from '../../platform/form/reason-field.tsx'
import { useChange } from '../../platform/form/use-change.ts'
import { EmptyState } from '../../platform/shell/empty-state.tsx'
import { ErrorState } from '../../platform/shell/error-state.tsx'
import { Loading } from '../../platform/shell/loading.tsx'
import { PlainHead } from '../../platform/shell/page-head.tsx'
import { UndecidedNote } from '../limits/undecided-note.tsx'
import { DestructionList } from './destruction-list.tsx'
import { retentionMessages as says } from './messages.ts'
import { retentionKey, retentionPath, retentionQuery } from './retention-queries.ts'
import '../enrolment.css'

/** Cases whose time of keeping is over: proposed by one, approved by another, then without anything personal. */
export function RetentionPage(): ReactNode {
  const tree = useQuery(unitTreeQuery())
  const county = tree.data?.county
  return (
    <>
      <PlainHead title={says.title} purpose={says.purpose} action={<Link to="/enrolment/cases">{says.back}</Link>} />
      {tree.error !== null && <ErrorState error={tree.error} retry={() => tree.refetch()} />}
      {tree.error === null && county === undefined && <Loading />}
      {county !== undefined && <Retention county={county} />}
    </>
  )
}

function Retention({ county }: { county: string }): ReactNode {
  const { data, error, refetch } = useQuery(retentionQuery(county))
  if (error !== null) return <ErrorState error={error} retry={() => refetch()} />
  if (data === undefined) return <Loading />
  const { years, closed_until: until } = data
  return (
    <>
      <UndecidedNote county={county} use="retention" />
      {(years === undefined || until === undefined) && !data.is_undecided && (
        <EmptyState title={says.none} advice={says.noneAdvice} />
      )}
      {years !== undefined && until !== undefined && (
        <section className="panel-section" aria-label={says.title}>
          <p>
            {says.rule(years, until)}
            {data.basis !== '' && <span className="muted apart">{says.basis(data.basis)}</span>}
          </p>
          <DuePart county={county} view={data} />
        </section>
      )}
      <DestructionList county={county} destructions={data.destructions} />
    </>
  )
}

function DuePart({ county, view }: { county: string; view: RetentionView }): ReactNode {
  const [isAsking, setAsking] = useState(false)
  const cases = view.due.reduce((sum, one) => sum + one.cases, 0)
  const isOpen = view.destructions.some(({ state }) => state === 'proposed')
  return (
    <>
      <p>
        <strong className="before">{says.due(cases, view.kept)}</strong>
        {cases > 0 && !isOpen && (
          <Button type="primary" onClick={() => setAsking(true)}>
            {says.propose}
          </Button>
        )}
      </p>
      <ul className="muted">
        {view.due.map(({ year, cases: n }) => (
          <li key={year}>{says.dueOf(year, n)}</li>
        ))}
      </ul>
      {isAsking && <ProposeDialog county={county} cases={cases} close={() => setAsking(false)} />}
    </>
  )
}

function ProposeDialog({ county, cases, close }: { county: string; cases: number; close: () => void }): ReactNode {
  const change = useChange<DestructionMade>(retentionKey)
  return (
    <FormDialog<{ reason: string }>
      title={says.proposeTitle(cases)}
      hint={says.proposeHint}
      okText={says.propose}
      danger
      busy={change.isPending}
      submit={(body) =>
        change.mutate(
          { path: `${retentionPath(county)}/destructions`, body, done: says.proposed },
          { onSuccess: close },
        )
      }
      close={close}
    >
      <ReasonField label={says.reason} />
    </FormDialog>
  )
}
