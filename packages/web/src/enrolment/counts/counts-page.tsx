import { type CountLine, type CountTable, ledgerFigureTitles, tableFigures } from '@eduduty/core/enrolment'
import type { UnitTree } from '@eduduty/core/organizations'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { getJson, queryString } from '../../platform/api/http.ts'
import { unitTreeQuery } from '../../platform/api/unit-tree.ts'
import { MakeFileButton } from '../../platform/form/make-file-button.tsx'
import { EmptyState } from '../../platform/shell/empty-state.tsx'
import { ErrorState } from '../../platform/shell/error-state.tsx'
import { Loading } from '../../platform/shell/loading.tsx'
import { PlainHead } from '../../platform/shell/page-head.tsx'
import { PrintSheet } from '../../platform/shell/print-sheet.tsx'
import { ChoiceFilter } from '../../platform/table/choice-filter.tsx'
import type { Column } from '../../platform/table/column.ts'
import { LedgerTable } from '../../platform/table/ledger-table.tsx'
import { countMessages as says } from './messages.ts'

const route = getRouteApi('/shell/plain/enrolment/counts')

const path = (county: string): string => `/enrolment/counts/${encodeURIComponent(county)}`

const countsQuery = (county: string, year: string | undefined) =>
  queryOptions({
    staleTime: 0,
    queryKey: ['enrolment', 'counts', county, year],
    queryFn: ({ signal }) => getJson<CountTable>(`${path(county)}${queryString({ year })}`, signal),
  })

/** The counts of the ledgers without anybody who could be told apart. */
export function CountsPage(): ReactNode {
  const { year, county: wanted } = route.useSearch()
  const tree = useQuery(unitTreeQuery({ county: wanted }))
  const county = wanted ?? countyFor(tree.data)
  const { data, error, refetch } = useQuery({ ...countsQuery(county, year), enabled: county !== '' })
  const wrong = tree.error ?? error
  return (
    <>
      <PlainHead
        title={says.title}
        purpose={says.purpose}
        action={data !== undefined && data.lines.length > 0 && <Download county={county} year={data.year} />}
      />
      {wrong !== null && <ErrorState error={wrong} retry={() => (tree.error === null ? refetch() : tree.refetch())} />}
      {wrong === null && data === undefined && <Loading />}
      {wrong === null && data !== undefined && (
        <Table table={data} county={county} counties={tree.data?.counties ?? []} />
      )}
    </>
  )
}

/** Whoever works above the counties begins with the first of them: codes of cities and provinces end in 00. */
function countyFor(tree: UnitTree | undefined): string {
  if (tree === undefined || !tree.county.endsWith('00')) return tree?.county ?? ''
  return tree.counties.find(({ code }) => !code.endsWith('00'))?.code ?? tree.county
}

function Download({ county, year }: { county: string; year: number }): ReactNode {
  const file = `${path(county)}/file${queryString({ year: String(year) })}`
  return <MakeFileButton label={says.download} title={says.downloadTitle} path={file} name={says.file(year)} isMain />
}

const countColumns: readonly Column<CountLine>[] = [
  { key: 'name', title: says.unit, width: 180, sticky: true, cell: ({ name }) => name },
  ...tableFigures.map(
    (figure, at): Column<CountLine> => ({
      key: figure,
      title: ledgerFigureTitles[figure],
      under: says.people,
      width: 100,
      align: 'right',
      cell: ({ cells }) => cells[at],
    }),
  ),
]

interface TableProps {
  readonly table: CountTable
  readonly county: string
  readonly counties: UnitTree['counties']
}

function Table({ table, county, counties }: TableProps): ReactNode {
  const navigate = route.useNavigate()
  return (
    <>
      <div className="filters">
        {counties.length > 1 && (
          <ChoiceFilter
            label={says.county}
            value={county}
            options={counties.map(({ code, name }) => ({ value: code, label: name }))}
            pick={(one) => navigate({ search: () => ({ county: one }), replace: true })}
          />
        )}
        <ChoiceFilter
          label={says.year}
          value={table.years.length === 0 ? undefined : String(table.year)}
          options={table.years.map((year) => ({ value: String(year), label: says.yearOf(year) }))}
          pick={(year) => navigate({ search: (before) => ({ ...before, year }), replace: true })}
        />
        <span className="filters-end muted">{says.rule(table.below)}</span>
      </div>
      <PrintSheet head={`${says.title}　${says.yearOf(table.year)}`}>
        <LedgerTable
          label={says.title}
          rows={table.lines.map((line, at) => ({ ...line, at }))}
          columns={countColumns}
          rowKey={({ at }) => String(at)}
          height="calc(100vh - 210px)"
          empty={<EmptyState title={says.none} advice={says.noneAdvice} />}
        />
      </PrintSheet>
    </>
  )
}
