import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useCurrentRun } from '../../platform/run/current-run.tsx'
import { type DocumentEntry, documentAddress, documentsQuery, isReturned } from '../../platform/run/documents.ts'
import { EmptyState } from '../../platform/shell/empty-state.tsx'
import { ErrorState } from '../../platform/shell/error-state.tsx'
import { Loading } from '../../platform/shell/loading.tsx'
import { PageHead } from '../../platform/shell/page-head.tsx'
import { LedgerTable } from '../../platform/table/ledger-table.tsx'
import { MaterialsSection } from '../../reports/index.ts'
import { evaluationMessages } from '../messages.ts'

const says = evaluationMessages.documents

/** What the run wrote, for download. */
export function DocumentsPage(): ReactNode {
  const run = useCurrentRun()
  const answer = useQuery(documentsQuery(run.id))
  return (
    <>
      <PageHead title={says.title} purpose={says.purpose} unit={says.unit} />
      <MaterialsSection />
      {answer.error !== null && <ErrorState error={answer.error} retry={() => answer.refetch()} />}
      {answer.isPending && <Loading />}
      {answer.data !== undefined && <DocumentTable documents={answer.data} run={run.id} />}
    </>
  )
}

function DocumentTable(props: { documents: readonly DocumentEntry[]; run: string }): ReactNode {
  const rows = [...props.documents].sort((a, b) => Number(isReturned(a)) - Number(isReturned(b)))
  return (
    <LedgerTable
      label={says.title}
      rows={rows}
      rowKey={(one) => one.name}
      groupOf={(one) => ({ key: String(isReturned(one)), heading: isReturned(one) ? says.returned : says.main })}
      empty={<EmptyState title={says.empty} advice={says.emptyAdvice} />}
      columns={[
        { key: 'title', title: says.columns.title, width: 300, wrap: true, cell: titleOf },
        {
          key: 'name',
          title: says.columns.name,
          width: 360,
          wrap: true,
          cell: (one) => <span className="muted">{one.name}</span>,
        },
        {
          key: 'size',
          title: says.columns.size,
          width: 100,
          align: 'right',
          cell: (one) => <span className="number">{Math.ceil(one.bytes / 1024)}</span>,
        },
        {
          key: 'download',
          title: says.columns.download,
          width: 90,
          cell: (one) => (
            <a href={documentAddress(props.run, one.name)} download aria-label={`${says.download} ${one.title}`}>
              {says.download}
            </a>
          ),
        },
      ]}
    />
  )
}

/** A returned workbook is known by the name of its file; the folder stands beside it. */
function titleOf(one: DocumentEntry): string {
  return isReturned(one) ? (one.name.split('/').at(-1) ?? one.title) : one.title
}
