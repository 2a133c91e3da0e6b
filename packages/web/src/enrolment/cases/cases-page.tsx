import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { isForbidden } from '../../platform/api/is-forbidden.ts'
import { unitTreeQuery } from '../../platform/api/unit-tree.ts'
import { useMay } from '../../platform/session/session-context.tsx'
import { EmptyState } from '../../platform/shell/empty-state.tsx'
import { ErrorState } from '../../platform/shell/error-state.tsx'
import { Loading } from '../../platform/shell/loading.tsx'
import { PlainHead } from '../../platform/shell/page-head.tsx'
import { PrintSheet } from '../../platform/shell/print-sheet.tsx'
import { LedgerTable } from '../../platform/table/ledger-table.tsx'
import { Pager } from '../../platform/table/pager.tsx'
import { limitMessages } from '../limits/messages.ts'
import { UndecidedNote } from '../limits/undecided-note.tsx'
import { retentionMessages } from '../retention/messages.ts'
import { caseColumns } from './case-columns.tsx'
import { CaseCountsBar } from './case-counts-bar.tsx'
import { CaseFilters } from './case-filters.tsx'
import { casesPageSize, casesQuery } from './case-queries.ts'
import { type CasesSearch, isCaseFiltered } from './case-search.ts'
import { HandoverList } from './handover-list.tsx'
import { caseMessages as says } from './messages.ts'
import { ReportDialog } from './report-dialog.tsx'
import '../enrolment.css'

const route = getRouteApi('/shell/plain/enrolment/cases')

/** Children out of school, a case each: what is late, whose turn it is, and which ones wait to be taken over. */
export function CasesPage(): ReactNode {
  const may = useMay()
  const works = may('enrolment.work')
  const [isReporting, setReporting] = useState(false)
  const { data: tree, error, refetch } = useQuery(unitTreeQuery())
  return (
    <>
      <PlainHead
        title={says.title}
        purpose={says.purpose}
        action={
          <span className="case-deeds">
            <Link to="/enrolment/limits">{limitMessages.title}</Link>
            {may('enrolment.decide') && <Link to="/enrolment/retention">{retentionMessages.link}</Link>}
            {works && tree !== undefined && (
              <Button type="primary" onClick={() => setReporting(true)}>
                {says.report.action}
              </Button>
            )}
          </span>
        }
      />
      {error !== null && <ErrorState error={error} retry={() => refetch()} />}
      {error === null && tree === undefined && <Loading />}
      {tree !== undefined && (
        <>
          <UndecidedNote county={tree.county} use="cases" />
          <HandoverList county={tree.county} />
          <Cases county={tree.county} />
        </>
      )}
      {isReporting && tree !== undefined && <ReportDialog county={tree.county} close={() => setReporting(false)} />}
    </>
  )
}

function Cases({ county }: { county: string }): ReactNode {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const [idNumber, setIdNumber] = useState<string>()
  const [text, setText] = useState<string>()
  const { data, error, refetch } = useQuery(casesQuery(county, search, { idNumber, text }))
  const change = (part: CasesSearch) =>
    navigate({ search: (before) => ({ ...before, page: undefined, ...part }), replace: true })
  const isTyped = idNumber !== undefined || text !== undefined
  const isFiltered = isCaseFiltered(search) || isTyped || search.view !== undefined
  const find = (words: string | undefined) => {
    setText(words)
    if (search.page !== undefined) change({})
  }
  if (isForbidden(error)) return <ErrorState error={error} retry={() => refetch()} />
  return (
    <>
      <CaseCountsBar search={search} change={change} counts={data?.counts} />
      <CaseFilters
        search={search}
        change={change}
        list={data}
        idNumber={idNumber}
        findNumber={setIdNumber}
        text={text}
        findText={find}
      />
      {error !== null && <ErrorState error={error} retry={() => refetch()} />}
      {error === null && data === undefined && <Loading />}
      {error === null && data !== undefined && (
        <div className="stacked">
          <PrintSheet head={says.listHead}>
            <LedgerTable
              label={says.title}
              rows={data.cases}
              columns={caseColumns}
              rowKey={(one) => one.case}
              onOpen={(one) =>
                void navigate({ to: '/enrolment/cases/$county/$case', params: { county, case: one.case }, search: {} })
              }
              height="calc(100vh - 216px)"
              empty={<Empty isFiltered={isFiltered} />}
            />
            <Pager total={data.total} size={casesPageSize} page={search.page} go={(page) => change({ page })} />
          </PrintSheet>
        </div>
      )}
    </>
  )
}

function Empty({ isFiltered }: { isFiltered: boolean }): ReactNode {
  const works = useMay()('enrolment.work')
  if (isFiltered) return <EmptyState title={says.emptyFiltered} advice={says.emptyFilteredAdvice} />
  return <EmptyState title={says.empty} advice={works ? says.emptyAdvice : says.emptyAdviceOthers} />
}
