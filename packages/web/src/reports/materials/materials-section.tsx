import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { MakeFileButton } from '../../platform/form/make-file-button.tsx'
import { useCurrentRun } from '../../platform/run/current-run.tsx'
import { ErrorState } from '../../platform/shell/error-state.tsx'
import { Loading } from '../../platform/shell/loading.tsx'
import { LedgerTable } from '../../platform/table/ledger-table.tsx'
import '../reports.css'
import { filledPath, templatesQuery } from '../templates/template-queries.ts'
import { materialMessages as says } from './messages.ts'

interface Material {
  readonly title: string
  readonly what: string
  readonly path: string
  readonly name: string
}

/** Further documents that the figures of the run can be put into. */
export function MaterialsSection(): ReactNode {
  const { id } = useCurrentRun()
  const templates = useQuery(templatesQuery(id))
  const rows: readonly Material[] = (templates.data ?? []).map((one) => ({
    title: says.template(one.title),
    what: says.templateWhat,
    path: filledPath(id, one.id),
    name: `${one.title}.docx`,
  }))
  return (
    <section className="materials">
      <h2>{says.title}</h2>
      <p className="muted">
        {says.hint} <Link to="/reports/templates">{says.toTemplates}</Link>
      </p>
      {templates.error !== null && <ErrorState error={templates.error} retry={() => templates.refetch()} />}
      {templates.isPending && <Loading />}
      <LedgerTable
        label={says.title}
        rows={rows}
        rowKey={({ path }) => path}
        empty={<p className="muted">{says.empty}</p>}
        columns={[
          { key: 'title', title: says.columns.title, width: 300, wrap: true, cell: ({ title }) => title },
          {
            key: 'what',
            title: says.columns.what,
            width: 460,
            wrap: true,
            cell: ({ what }) => <span className="muted">{what}</span>,
          },
          {
            key: 'make',
            title: says.columns.make,
            width: 90,
            cell: ({ title, path, name }) => <MakeFileButton label={says.make} title={title} path={path} name={name} />,
          },
        ]}
      />
    </section>
  )
}
