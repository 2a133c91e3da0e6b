import type { DraftDifferences } from '@eduduty/core/packs'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { ErrorState } from '../../platform/shell/error-state.tsx'
import { Loading } from '../../platform/shell/loading.tsx'
import type { Column } from '../../platform/table/column.ts'
import { LedgerTable } from '../../platform/table/ledger-table.tsx'
import { DifferenceList } from '../difference-list.tsx'
import { useDraftDesk } from './draft-context.ts'
import { differencesQuery } from './draft-queries.ts'
import { draftMessages } from './messages.ts'
import { sectionWords } from './section-messages.ts'
import { TrialSection } from './trial-section.tsx'

const says = draftMessages.differences

/** What the draft changes, and of an overlay whether each step tightens. */
export function DifferencesTab(): ReactNode {
  const { place, draft } = useDraftDesk()
  const { data, error, refetch } = useQuery(differencesQuery(place, draft.saved.revision))
  if (error !== null) return <ErrorState error={error} retry={() => refetch()} />
  if (data === undefined) return <Loading />
  const { base, changes, proof } = data
  return (
    <>
      {proof !== undefined && <Proof proof={proof} />}
      {base === undefined ? (
        <p className="muted">{says.noBase}</p>
      ) : (
        <section className="panel-section">
          <h2>{says.head(base.title, base.version, changes.length)}</h2>
          {changes.length === 0 ? <p className="muted">{says.none}</p> : <DifferenceList changes={changes} />}
        </section>
      )}
      <TrialSection />
    </>
  )
}

type ProofView = NonNullable<DraftDifferences['proof']>
type Step = ProofView['steps'][number]

function Proof({ proof }: { proof: ProofView }): ReactNode {
  const isOpen = proof.steps.some(({ open }) => open)
  return (
    <section className="panel-section">
      <h2>{says.proof(proof.tailors)}</h2>
      <p className={isOpen ? 'wrong' : ''}>{proof.conclusion}</p>
      <LedgerTable
        label={says.proof(proof.tailors)}
        columns={columns}
        rows={proof.steps}
        rowKey={({ section, id, file, line }) => `${section} ${id} ${file} ${line}`}
        empty={<p className="muted">{says.noSteps}</p>}
      />
    </section>
  )
}

const columns: readonly Column<Step>[] = [
  {
    key: 'effect',
    title: says.columns.effect,
    width: 90,
    cell: ({ effect, open }) => <span className={open ? 'wrong' : ''}>{effect}</span>,
  },
  {
    key: 'what',
    title: says.columns.what,
    width: 260,
    wrap: true,
    cell: ({ kind, section, title }) => says.step(kind, sectionWords[section] ?? section, title),
  },
  { key: 'because', title: says.columns.because, width: 420, wrap: true, cell: ({ because }) => because.join('；') },
  {
    key: 'authority',
    title: says.columns.authority,
    width: 220,
    wrap: true,
    cell: ({ authority, open }) => authority ?? (open ? <span className="wrong">{says.missing}</span> : ''),
  },
]
