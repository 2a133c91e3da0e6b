import { type Ranking, type UnrankedRow, type YearlySet, yearlyName } from '@eduduty/core/appraisal'
import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Tooltip } from 'antd'
import { type ReactNode, useState } from 'react'
import { MakeFileButton } from '../../platform/form/make-file-button.tsx'
import { EmptyState } from '../../platform/shell/empty-state.tsx'
import { ErrorState } from '../../platform/shell/error-state.tsx'
import { Loading } from '../../platform/shell/loading.tsx'
import type { Column } from '../../platform/table/column.ts'
import { LedgerTable } from '../../platform/table/ledger-table.tsx'
import { AppraisalMark } from '../state-mark.tsx'
import { yearlyMessages as says } from '../yearly-messages.ts'
import { LettersDialog } from './letters-dialog.tsx'
import { PublishDialog } from './publish-dialog.tsx'
import { rankColumns, UnitLink } from './rank-columns.tsx'
import { rankingQuery, yearlyPath } from './yearly-queries.ts'

/** The ranking of one set, those without a place apart, and what can be done with it. */
export function RankingPart({ set, choice }: { set: YearlySet; choice: ReactNode }): ReactNode {
  const { data, error, refetch } = useQuery(rankingQuery(set))
  return (
    <>
      <div className="filters">
        {choice}
        {data !== undefined && error === null && <Actions ranking={data} />}
      </div>
      {error !== null && <ErrorState error={error} retry={() => refetch()} />}
      {error === null && data === undefined && <Loading />}
      {error === null && data !== undefined && <Ranked ranking={data} />}
    </>
  )
}

function Actions({ ranking }: { ranking: Ranking }): ReactNode {
  const [open, setOpen] = useState<'publish' | 'letters'>()
  const { set, publish, letters } = ranking
  const name = `${set.county_name}${yearlyName(set.year, set.rating_title)}`
  const close = () => setOpen(undefined)
  return (
    <span className="filters-end appraisal-actions">
      <MakeFileButton label={says.export} title={name} path={`${yearlyPath(set)}/file`} name={says.file(name)} />
      {ranking.letters_issued > 0 && (
        <MakeFileButton
          label={says.download}
          title={name}
          path={`${yearlyPath(set)}/letters/files`}
          name={says.zip(name)}
        />
      )}
      {letters !== undefined && (
        <Tooltip title={letters.why}>
          <Button size="small" disabled={!letters.allowed} onClick={() => setOpen('letters')}>
            {says.letters}
          </Button>
        </Tooltip>
      )}
      {publish !== undefined && (
        <Tooltip title={publish.why} placement="bottomRight">
          <Button size="small" type="primary" disabled={!publish.allowed} onClick={() => setOpen('publish')}>
            {says.publish}
          </Button>
        </Tooltip>
      )}
      {open === 'publish' && <PublishDialog ranking={ranking} close={close} />}
      {open === 'letters' && <LettersDialog ranking={ranking} close={close} />}
    </span>
  )
}

function Ranked({ ranking }: { ranking: Ranking }): ReactNode {
  const { rows, unranked, published, is_unverified: isUnverified } = ranking
  return (
    <>
      <p className="muted appraisal-order">
        {says.counted(rows.length, unranked.length)}。{says.order}
        {isUnverified && <strong className="short">　{says.unverified}</strong>}
        {published !== undefined && `　${says.published(published)}`}
        {published === undefined && rows.length > 0 && `　${says.notPublished}`}
      </p>
      {published?.is_current === false && <Alert type="warning" showIcon title={says.stale} />}
      <LedgerTable
        label={says.tabs.ranking}
        rows={rows}
        columns={rankColumns(ranking)}
        rowKey={(one) => one.appraisal_id}
        empty={<EmptyState title={says.nobody} advice={says.nobodyAdvice} />}
      />
      {unranked.length > 0 && (
        <>
          <h2 className="appraisal-apart">{says.unranked}</h2>
          <LedgerTable
            label={says.unranked}
            rows={unranked}
            columns={unrankedColumns(ranking)}
            rowKey={(one) => one.appraisal_id ?? one.unit}
          />
        </>
      )}
    </>
  )
}

const unrankedColumns = ({ set }: Ranking): Column<UnrankedRow>[] => [
  { key: 'unit', title: says.columns.unit, width: 200, cell: (one) => <UnrankedUnit county={set.county} one={one} /> },
  {
    key: 'state',
    title: says.columns.state,
    width: 110,
    cell: ({ state }) => state !== undefined && <AppraisalMark state={state} />,
  },
  { key: 'why', title: says.why, width: 560, wrap: true, cell: ({ why }) => why },
]

/** Leads to the appraisal where there is one. */
function UnrankedUnit({ county, one }: { county: string; one: UnrankedRow }): ReactNode {
  const { appraisal_id: id, unit } = one
  return id === undefined ? unit : <UnitLink county={county} row={{ appraisal_id: id, unit }} />
}
