import type { Ranking, RankRow } from '@eduduty/core/appraisal'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { MakeFileButton } from '../../platform/form/make-file-button.tsx'
import type { Column } from '../../platform/table/column.ts'
import { appraisalPath } from '../appraisal-queries.ts'
import { AppraisalMark } from '../state-mark.tsx'
import { yearlyMessages as says } from '../yearly-messages.ts'

export function UnitLink(props: {
  readonly county: string
  readonly row: { readonly appraisal_id: string; readonly unit: string }
}): ReactNode {
  const { county, row } = props
  return (
    <Link
      to="/appraisal/$county/$appraisal"
      params={{ county, appraisal: row.appraisal_id }}
      search={{ tab: 'result' }}
    >
      {row.unit}
    </Link>
  )
}

const right = (key: 'points' | 'earned' | 'additions' | 'deductions', width: number): Column<RankRow> => ({
  key,
  title: says.columns[key],
  width,
  align: 'right',
  cell: (one) => <span className="number">{one[key]}</span>,
})

/** Place, points and grade of each unit; who shares a place is named. */
export function rankColumns({ set }: Ranking): Column<RankRow>[] {
  return [
    {
      key: 'rank',
      title: says.columns.rank,
      width: 64,
      align: 'right',
      cell: (one) => <strong className="number">{one.rank}</strong>,
    },
    {
      key: 'unit',
      title: says.columns.unit,
      width: 230,
      wrap: true,
      cell: (one) => (
        <>
          <UnitLink county={set.county} row={one} />
          {one.tied.length > 0 && <span className="muted">　{says.tied(one.tied)}</span>}
        </>
      ),
    },
    right('points', 78),
    right('earned', 86),
    right('additions', 64),
    right('deductions', 64),
    { key: 'grade', title: says.columns.grade, width: 84, cell: ({ grade }) => grade },
    { key: 'effects', title: says.columns.effects, width: 190, wrap: true, cell: ({ effects }) => effects.join('、') },
    { key: 'state', title: says.columns.state, width: 104, cell: ({ state }) => <AppraisalMark state={state} /> },
    {
      key: 'letter',
      title: says.columns.letter,
      width: 230,
      cell: (one) => one.letter !== undefined && <Letter county={set.county} row={one} number={one.letter} />,
    },
  ]
}

function Letter({ county, row, number }: { county: string; row: RankRow; number: string }): ReactNode {
  return (
    <>
      {number}{' '}
      <MakeFileButton
        label={says.letterDownload}
        title={row.unit}
        path={`${appraisalPath({ county, appraisal: row.appraisal_id })}/letter`}
        name={says.letterFile(number, row.unit)}
      />
    </>
  )
}
