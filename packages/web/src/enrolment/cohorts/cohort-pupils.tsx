import { type CohortGroup, type CohortPlace, cohortGroupTitles } from '@eduduty/core/enrolment'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { ErrorState } from '../../platform/shell/error-state.tsx'
import { Loading } from '../../platform/shell/loading.tsx'
import { SidePanel } from '../../platform/shell/side-panel.tsx'
import { LedgerTable } from '../../platform/table/ledger-table.tsx'
import { Pager } from '../../platform/table/pager.tsx'
import { pupilColumns } from './cohort-columns.tsx'
import { cohortPageSize, cohortPupilsQuery } from './cohort-queries.ts'
import { cohortMessages as says } from './messages.ts'

interface PupilsProps {
  readonly county: string
  readonly year: number
  readonly unit: CohortPlace
  readonly group: CohortGroup
  readonly page: string | undefined
  readonly go: (page: string | undefined) => void
  readonly close: () => void
}

/** The pupils behind one number, names masked. */
export function CohortPupils({ county, year, unit, group, page, go, close }: PupilsProps): ReactNode {
  const wanted = { stage: unit.stage, group, unit: unit.path === '' ? undefined : unit.path, page }
  const { data, error, refetch } = useQuery(cohortPupilsQuery(county, year, wanted))
  const title = says.pupils(unit.name, cohortGroupTitles[group], unit.counts[group])
  return (
    <SidePanel title={title} close={close} width={940}>
      {error !== null && <ErrorState error={error} retry={() => refetch()} />}
      {error === null && data === undefined && <Loading />}
      {data !== undefined && (
        <>
          <LedgerTable label={title} rows={data.rows} columns={pupilColumns} rowKey={({ id }) => id} />
          <Pager total={data.total} size={cohortPageSize} page={page} go={go} />
        </>
      )}
    </SidePanel>
  )
}
