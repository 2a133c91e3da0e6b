import { dayOf, schoolYearOf } from '@eduduty/core/calendar'
import { type FindingView, isOnTwoRolls } from '@eduduty/core/enrolment'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Alert, Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { useMay } from '../../platform/session/session-context.tsx'
import { ChoiceFilter } from '../../platform/table/choice-filter.tsx'
import type { Column } from '../../platform/table/column.ts'
import { ListBody } from '../../platform/table/list-body.tsx'
import { DoorListPart } from './door-list-part.tsx'
import { matchMessages } from './match-messages.ts'
import { findingsQuery } from './match-queries.ts'
import { findingStateNames, ledgers, type MatchSearch } from './match-search.ts'
import { SettleDialog, type Settled, type Settling } from './settle-dialog.tsx'

const says = matchMessages.findings

interface FindingsTabProps {
  readonly county: string
  readonly search: MatchSearch
  readonly change: (part: MatchSearch) => void
}

/** Children that the reader's units have to look for; each is answered with a reason. */
export function FindingsTab({ county, search, change }: FindingsTabProps): ReactNode {
  const may = useMay()
  const works = may('enrolment.work')
  // Whoever compares registers works for the county; the list is printed by the unit that goes to the doors.
  const prints = works && !may('enrolment.find')
  const [settling, setSettling] = useState<Settling>()
  const [settled, setSettled] = useState<Settled>()
  const { data, error, refetch } = useQuery(findingsQuery(county, search))
  const settle = works ? setSettling : undefined
  return (
    <>
      <div className="filters">
        <ChoiceFilter
          label={says.state}
          value={search.state ?? 'open'}
          options={findingStateNames.map((value) => ({ value, label: matchMessages.findingStates[value] }))}
          pick={(value) => change({ state: findingStateNames.find((one) => one === value) })}
        />
        <ChoiceFilter
          label={says.ledger}
          value={search.ledger}
          options={ledgers.map((value) => ({ value, label: value }))}
          pick={(value) => change({ ledger: ledgers.find((one) => one === value) })}
        />
        <span className="filters-end match-tools muted">
          {data !== undefined && says.count(data.findings.length, data.total)}
          {prints && <DoorListPart county={county} />}
        </span>
      </div>
      {settled?.case !== undefined && <OpenedCase county={county} name={settled.name} id={settled.case} />}
      {prints && <p className="muted">{matchMessages.doorList.scope}</p>}
      <YearsNote findings={data?.findings ?? []} />
      <ListBody
        label={matchMessages.tabs.findings}
        rows={data?.findings}
        error={error}
        retry={refetch}
        columns={columns({ county, settle, decides: may('enrolment.find') })}
        rowKey={({ finding }) => finding}
        empty={{ title: says.empty, advice: says.emptyAdvice }}
      />
      {settling !== undefined && (
        <SettleDialog county={county} settling={settling} close={() => setSettling(undefined)} settled={setSettled} />
      )}
    </>
  )
}

/** Of which school years' rosters the children listed were found; those of years before are told as such. */
function YearsNote({ findings }: { findings: readonly FindingView[] }): ReactNode {
  const now = schoolYearOf(dayOf(new Date()))
  const years = [...new Set(findings.map(({ year }) => year))].toSorted((one, other) => other - one)
  if (years.length === 0) return null
  const parts = years.map((year) => [year, findings.filter((one) => one.year === year).length] as const)
  const waiting = years.filter(
    (year) => year < now && findings.some((one) => one.year === year && one.state === 'open'),
  )
  return (
    <p className="note">
      {says.years(parts)}。{waiting.length > 0 && says.earlier_(waiting, now)}
    </p>
  )
}

/** Leads on to the case that was opened for whoever was just found out of school. */
function OpenedCase({ county, name, id }: { county: string; name: string; id: string }): ReactNode {
  return (
    <Alert
      type="success"
      showIcon
      closable
      title={says.opened(name)}
      action={
        <Link to="/enrolment/cases/$county/$case" params={{ county, case: id }}>
          {says.openCase}
        </Link>
      }
    />
  )
}

const columns = (answering: Answering): readonly Column<FindingView>[] => [
  {
    key: 'child',
    title: says.columns.child,
    width: 190,
    wrap: true,
    cell: ({ name, sex, id_number }) => (
      <>
        <strong>{name}</strong> {sex} <span className="number muted">{id_number}</span>
      </>
    ),
  },
  {
    key: 'born',
    title: says.columns.born,
    width: 96,
    cell: ({ birth_on }) => <span className="number">{birth_on}</span>,
  },
  {
    key: 'place',
    title: says.columns.place,
    width: 140,
    wrap: true,
    cell: ({ unit_name, village }) => `${unit_name} ${village}`,
  },
  {
    key: 'school',
    title: says.columns.school,
    width: 140,
    wrap: true,
    cell: ({ school, grade }) => `${school} ${grade}`,
  },
  { key: 'says', title: says.columns.says, width: 300, wrap: true, cell: (row) => <Says row={row} /> },
  { key: 'ledger', title: says.columns.ledger, width: 88, cell: ({ ledger }) => ledger },
  { key: 'state', title: says.columns.state, width: 72, cell: ({ state }) => matchMessages.findingStates[state] },
  {
    key: 'deed',
    title: says.columns.deed,
    width: 136,
    wrap: true,
    cell: (row) => <Deeds {...answering} row={row} />,
  },
]

function Says({ row }: { row: FindingView }): ReactNode {
  const { reasons, kept_by: keeper, settled_by: by, why, proof, earlier } = row
  return (
    <>
      {reasons.map(({ match_title: match, says: reason }) => (
        <div key={`${match} ${reason}`}>
          {match}：{reason}
        </div>
      ))}
      {keeper !== '' && <div>{says.keptBy(keeper)}</div>}
      {by !== '' && <span className="muted">（{says.by(by, why, proof)}）</span>}
      {earlier !== '' && <span className="muted">（{says.earlier(earlier)}）</span>}
    </>
  )
}

interface Answering {
  readonly county: string
  readonly settle: ((settling: Settling) => void) | undefined
  /** For the whole county: which school keeps a child on two rolls. */
  readonly decides: boolean
}

function Deeds({ county, row, settle, decides }: Answering & { row: FindingView }): ReactNode {
  if (row.case_id !== undefined)
    return (
      <Link to="/enrolment/cases/$county/$case" params={{ county, case: row.case_id }}>
        {says.openCase}
      </Link>
    )
  if (settle === undefined || row.state !== 'open') return null
  const isTwice = isOnTwoRolls(row.ledger)
  if (isTwice && !decides) return <span className="muted">{says.byCounty}</span>
  return (
    <span className="match-deeds">
      <Button size="small" onClick={() => settle({ row, answer: 'confirmed' })}>
        {isTwice ? says.keep : says.confirm}
      </Button>
      <Button size="small" onClick={() => settle({ row, answer: 'excluded' })}>
        {isTwice ? says.notOne : says.exclude}
      </Button>
    </span>
  )
}
