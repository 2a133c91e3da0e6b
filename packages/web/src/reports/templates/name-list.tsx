import type { TemplateName } from '@eduduty/core/documents'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useCopyText } from '../../platform/form/use-copy-text.ts'
import { EmptyState } from '../../platform/shell/empty-state.tsx'
import { ErrorState } from '../../platform/shell/error-state.tsx'
import { Loading } from '../../platform/shell/loading.tsx'
import { ChoiceFilter } from '../../platform/table/choice-filter.tsx'
import type { Column } from '../../platform/table/column.ts'
import { LedgerTable } from '../../platform/table/ledger-table.tsx'
import { TextFilter } from '../../platform/table/text-filter.tsx'
import { templateMessages } from './messages.ts'
import { templateNamesQuery } from './template-queries.ts'

const says = templateMessages.names
const route = getRouteApi('/shell/run/reports/templates')

/** Everything that may be written in a template, to be found and copied. */
export function NameList({ run }: { readonly run: string }): ReactNode {
  const { data, error, refetch } = useQuery(templateNamesQuery(run))
  return (
    <section className="report-names">
      <h2>{says.title}</h2>
      <p className="muted">{says.hint}</p>
      {error !== null && <ErrorState error={error} retry={() => refetch()} />}
      {error === null && data === undefined && <Loading />}
      {data !== undefined && <FilteredNames names={data} />}
    </section>
  )
}

function FilteredNames({ names }: { readonly names: readonly TemplateName[] }): ReactNode {
  const { q, group } = route.useSearch()
  const navigate = route.useNavigate()
  const copyText = useCopyText()
  const groups = [...new Set(names.map((one) => one.group))]
  const rows = names.filter(
    (one) =>
      (group === undefined || one.group === group) &&
      (q === undefined || `${one.title} ${one.text} ${one.help}`.includes(q)),
  )
  const copy = (text: string) => copyText(text, { copied: says.copied(text), notCopied: says.notCopied })
  return (
    <>
      <div className="filters">
        <TextFilter
          label={says.search}
          text={q}
          onText={(text) => navigate({ search: (before) => ({ ...before, q: text }), replace: true })}
          wide
        />
        <ChoiceFilter
          label={says.group}
          value={group}
          options={groups.map((one) => ({ value: one, label: one }))}
          pick={(one) => navigate({ search: (before) => ({ ...before, group: one }), replace: true })}
        />
        <span className="filters-end muted">{says.count(rows.length)}</span>
      </div>
      <LedgerTable
        label={says.title}
        rows={rows}
        rowKey={({ group: where, text }) => `${where} ${text}`}
        columns={nameColumns(copy)}
        height="420px"
        empty={<EmptyState title={says.none} advice={says.noneAdvice} />}
      />
    </>
  )
}

const nameColumns = (copy: (text: string) => void): readonly Column<TemplateName>[] => [
  { key: 'title', title: says.columns.title, width: 260, cell: ({ title }) => title },
  { key: 'unit', title: says.columns.unit, width: 110, cell: ({ unit }) => unit ?? '' },
  { key: 'text', title: says.columns.text, width: 320, cell: ({ text }) => <code>{text}</code> },
  {
    key: 'copy',
    title: says.columns.copy,
    width: 70,
    cell: ({ text }) => (
      <Button size="small" type="link" aria-label={`${says.copy} ${text}`} onClick={() => copy(text)}>
        {says.copy}
      </Button>
    ),
  },
  { key: 'group', title: says.columns.group, width: 180, cell: ({ group }) => group },
  { key: 'help', title: says.columns.help, width: 320, cell: ({ help }) => <span className="muted">{help}</span> },
]
