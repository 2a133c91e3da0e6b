import type { RiskChild } from '@eduduty/core/enrolment'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { Column } from '../../platform/table/column.ts'
import { ListBody } from '../../platform/table/list-body.tsx'
import { matchMessages } from './match-messages.ts'
import { risksQuery } from './match-queries.ts'

const says = matchMessages.risks

const columns: readonly Column<RiskChild>[] = [
  {
    key: 'child',
    title: says.columns.child,
    width: 220,
    cell: ({ name, sex, id_number }) => (
      <>
        <strong>{name}</strong> {sex} <span className="number muted">{id_number}</span>
      </>
    ),
  },
  {
    key: 'born',
    title: says.columns.born,
    width: 100,
    cell: ({ birth_on }) => <span className="number">{birth_on}</span>,
  },
  {
    key: 'school',
    title: says.columns.school,
    width: 220,
    cell: ({ school, grade, unit_name }) => `${school === '' ? unit_name : school} ${grade}`,
  },
  {
    key: 'points',
    title: says.columns.points,
    width: 56,
    align: 'right',
    cell: ({ points }) => <span className="number">{points}</span>,
  },
  {
    key: 'reasons',
    title: says.columns.reasons,
    width: 480,
    wrap: true,
    cell: ({ reasons }) => reasons.map((one) => `${one.says}（${one.points}）`).join('；'),
  },
]

/** Children at or above the line of a list, each with every reason in words. */
export function RisksTab({ county }: { county: string }): ReactNode {
  const { data, error, refetch } = useQuery(risksQuery(county))
  return (
    <>
      <div className="filters">
        {data?.lists.map(({ title, line, is_unverified: isUnverified }) => (
          <span key={title}>
            {says.line(title, line)}
            {isUnverified && <span className="unverified">{matchMessages.unverified}</span>}
          </span>
        ))}
        <span className="filters-end muted">
          {says.note} {data !== undefined && says.count(data.children.length, data.total)}
        </span>
      </div>
      <ListBody
        label={matchMessages.tabs.risks}
        rows={data?.children}
        error={error}
        retry={refetch}
        columns={columns}
        rowKey={({ list, id_number, name, birth_on }) => `${list} ${id_number} ${name} ${birth_on}`}
        empty={{ title: says.empty, advice: says.emptyAdvice }}
      />
    </>
  )
}
