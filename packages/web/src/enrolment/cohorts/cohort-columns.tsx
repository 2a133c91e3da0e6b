import {
  type CohortGroup,
  type CohortPlace,
  type CohortRow,
  cohortEnds,
  cohortGroupTitles,
  cohortWays,
  formRetentionRate,
  yearbookRetentionRate,
} from '@eduduty/core/enrolment'
import { Button } from 'antd'
import type { Column } from '../../platform/table/column.ts'
import { cohortMessages as says } from './messages.ts'

type Show = (place: CohortPlace, group: CohortGroup) => void

const countColumn = (show: Show, group: CohortGroup): Column<CohortPlace> => ({
  key: group,
  title: cohortGroupTitles[group],
  under: says.people,
  width: 78,
  align: 'right',
  cell: (place) =>
    place.counts[group] === 0 ? (
      '0'
    ) : (
      <Button
        type="link"
        size="small"
        title={says.walk(place.name, cohortGroupTitles[group])}
        onClick={() => show(place, group)}
      >
        {place.counts[group]}
      </Button>
    ),
})

export const cohortColumns = (show: Show): readonly Column<CohortPlace>[] => [
  { key: 'name', title: says.unit, width: 160, sticky: true, cell: ({ name }) => <span title={name}>{name}</span> },
  ...[...cohortWays, ...cohortEnds].map((group) => countColumn(show, group)),
  {
    key: 'form',
    title: says.form,
    under: says.rate,
    width: 96,
    align: 'right',
    cell: ({ counts }) => formRetentionRate(counts).percent ?? says.unknownRate,
  },
  {
    key: 'yearbook',
    title: says.yearbook,
    under: says.rate,
    width: 88,
    align: 'right',
    cell: ({ counts }) => yearbookRetentionRate(counts).percent ?? says.unknownRate,
  },
]

const { rows } = says

export const pupilColumns: readonly Column<CohortRow>[] = [
  { key: 'name', title: rows.name, width: 80, sticky: true, cell: ({ name }) => name },
  { key: 'school', title: rows.school, width: 160, cell: ({ school }) => <span title={school}>{school}</span> },
  { key: 'way', title: rows.way, width: 76, cell: ({ way }) => way },
  { key: 'joined', title: rows.joined, width: 100, cell: (row) => row.joined_on },
  { key: 'end', title: rows.end, width: 110, cell: ({ end }) => end },
  { key: 'ended', title: rows.ended, width: 100, cell: (row) => row.ended_on },
  { key: 'to', title: rows.to, width: 170, cell: (row) => <span title={row.destination}>{row.destination}</span> },
  { key: 'proof', title: rows.proof, width: 110, cell: ({ proof }) => proof },
]
