import { type AppraisalDetail, type RaterList, type Seat, seats } from '@eduduty/core/appraisal'
import { chinaMinute } from '@eduduty/core/calendar'
import { useQuery } from '@tanstack/react-query'
import { Button, Select } from 'antd'
import { type ReactNode, useState } from 'react'
import { EmptyState } from '../../platform/shell/empty-state.tsx'
import { ErrorState } from '../../platform/shell/error-state.tsx'
import { Loading } from '../../platform/shell/loading.tsx'
import type { Column } from '../../platform/table/column.ts'
import { LedgerTable } from '../../platform/table/ledger-table.tsx'
import { appraisalPath, ratersQuery, useAppraisalDeed } from '../appraisal-queries.ts'
import { appraisalMessages } from '../messages.ts'
import type { DeskProps } from './desk-props.ts'
import { isAllowed } from './permits.ts'

const says = appraisalMessages.raters
type SectionRow = AppraisalDetail['sections'][number]

/** Who rates which section; for the office a list to choose from at each seat that is still open. */
export function RaterTab({ appraisalKey, detail }: DeskProps): ReactNode {
  const assigns = isAllowed(detail, 'assign')
  const { data, error, refetch } = useQuery({ ...ratersQuery(appraisalKey), enabled: assigns })
  const change = useAppraisalDeed()
  const [chosen, setChosen] = useState<ReadonlyMap<string, string>>(new Map())
  if (error !== null) return <ErrorState error={error} retry={() => refetch()} />
  if (assigns && data === undefined) return <Loading />
  if (assigns && data?.raters.length === 0) return <EmptyState title={says.nobody} />
  const save = () => {
    const assignments = [...chosen].map(([slot, person_id]) => ({ ...placeOf(slot), person_id }))
    change.mutate(
      { path: `${appraisalPath(appraisalKey)}/assignments`, body: { assignments }, done: says.saved },
      { onSuccess: () => setChosen(new Map()) },
    )
  }
  const pick = (section: string, seat: Seat, person: string) =>
    setChosen((before) => new Map([...before, [slotOf(section, seat), person]]))
  const cell = (seat: Seat) => (row: SectionRow) => (
    <SeatCell
      {...{ detail, seat }}
      section={row.section}
      raters={assigns ? data?.raters : undefined}
      chosen={chosen.get(slotOf(row.section, seat))}
      pick={(person) => pick(row.section, seat, person)}
    />
  )
  return (
    <>
      <div className="section-bar">
        <span className="muted">{says.hint}</span>
        {assigns && (
          <span className="appraisal-actions">
            <Button size="small" disabled={chosen.size === 0} onClick={() => setChosen(spread(detail, chosen))}>
              {says.sameForAll}
            </Button>
            <Button type="primary" size="small" disabled={chosen.size === 0} loading={change.isPending} onClick={save}>
              {says.save}
            </Button>
          </span>
        )}
      </div>
      <LedgerTable
        label={appraisalMessages.detail.tabs.raters}
        rows={detail.sections}
        columns={columnsOf(detail, cell)}
        rowKey={({ section }) => section}
      />
    </>
  )
}

const slotOf = (section: string, seat: Seat): string => `${seat} ${section}`
const placeOf = (slot: string): { section: string; seat: number } => ({
  section: slot.slice(2),
  seat: Number(slot.slice(0, 1)),
})

/** The seats chosen so far, for every section where the seat is not handed in. */
function spread(detail: AppraisalDetail, chosen: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const spreadOut = new Map<string, string>()
  for (const seat of Object.values(seats)) {
    const [person] = [...chosen].flatMap(([slot, id]) => (placeOf(slot).seat === seat ? [id] : []))
    if (person === undefined) continue
    for (const { section } of detail.sections)
      if (handedIn(detail, section, seat) === undefined) spreadOut.set(slotOf(section, seat), person)
  }
  return spreadOut
}

const seated = ({ assignments }: AppraisalDetail, section: string, seat: Seat) =>
  assignments.find((one) => one.section === section && one.seat === seat)
const handedIn = (detail: AppraisalDetail, section: string, seat: Seat): string | undefined =>
  seated(detail, section, seat)?.handed_in_at

function columnsOf(
  detail: AppraisalDetail,
  cell: (seat: Seat) => (row: SectionRow) => ReactNode,
): Column<SectionRow>[] {
  const count = (section: string): number =>
    detail.items.filter((item) => item.section === section && !item.is_idle).length
  return [
    { key: 'section', title: says.columns.section, width: 200, wrap: true, cell: ({ title }) => title },
    {
      key: 'items',
      title: says.columns.items,
      width: 64,
      align: 'right',
      cell: ({ section }) => <span className="number">{count(section)}</span>,
    },
    { key: 'first', title: says.columns.first, width: 250, wrap: true, cell: cell(seats.first) },
    { key: 'second', title: says.columns.second, width: 250, wrap: true, cell: cell(seats.second) },
    { key: 'arbiter', title: says.columns.arbiter, width: 250, wrap: true, cell: cell(seats.arbiter) },
  ]
}

interface SeatProps {
  readonly detail: AppraisalDetail
  readonly section: string
  readonly seat: Seat
  readonly raters: RaterList['raters'] | undefined
  readonly chosen: string | undefined
  readonly pick: (person: string) => void
}

function SeatCell({ detail, section, seat, raters, chosen, pick }: SeatProps): ReactNode {
  const now = seated(detail, section, seat)
  const all = detail.items.filter((item) => item.section === section && !item.is_idle).length
  const progress =
    now === undefined
      ? undefined
      : now.handed_in_at === undefined
        ? says.progress(now.done, seat === seats.arbiter ? now.done : all)
        : says.handedIn(chinaMinute(now.handed_in_at))
  if (raters === undefined || now?.handed_in_at !== undefined)
    return (
      <>
        {now?.name ?? <span className="muted">{says.waiting}</span>} <span className="muted">{progress}</span>
      </>
    )
  return (
    <Select
      size="small"
      className="appraisal-seat"
      placeholder={says.choose}
      aria-label={says.choose}
      value={chosen ?? now?.person_id ?? null}
      options={raters.map(({ person_id, name, unit, why_not: why }) => ({
        value: person_id,
        label: why === undefined ? `${name}　${unit}` : says.avoid(name, why),
        disabled: why !== undefined,
      }))}
      onChange={pick}
    />
  )
}
