import type { PledgeRow } from '@eduduty/core/duties'
import { Link } from '@tanstack/react-router'
import { Checkbox } from 'antd'
import type { ReactNode } from 'react'
import { MakeFileButton } from '../../platform/form/make-file-button.tsx'
import type { Column } from '../../platform/table/column.ts'
import { CopyDeed } from './copy-deed.tsx'
import { pledgeMessages as says } from './messages.ts'
import { PledgeStateMark } from './pledge-state-mark.tsx'
import { SignDeed } from './sign-deed.tsx'

interface Choosing {
  readonly county: string
  readonly shown: readonly PledgeRow[]
  readonly chosen: ReadonlySet<string>
  readonly toggle: (parties: readonly string[], on: boolean) => void
}

export const pledgeColumns = (choosing: Choosing): readonly Column<PledgeRow>[] => [
  chooseColumn(choosing),
  {
    key: 'name',
    title: says.columns.name,
    width: 156,
    sticky: true,
    cell: ({ name }) => <span title={name}>{name}</span>,
  },
  { key: 'level', title: says.columns.level, width: 46, cell: ({ level }) => level },
  {
    key: 'issuer',
    title: says.columns.issuer,
    width: 116,
    cell: ({ issuer_name: name }) => <span title={name}>{name}</span>,
  },
  { key: 'tasks', title: says.columns.tasks, width: 56, align: 'right', cell: ({ tasks }) => says.tasksOf(tasks) },
  {
    key: 'number',
    title: says.columns.number,
    width: 158,
    cell: ({ number }) => <span className="number">{number}</span>,
  },
  { key: 'state', title: says.columns.state, width: 96, cell: (row) => <State row={row} /> },
  {
    key: 'signed',
    title: says.columns.signed,
    width: 160,
    cell: ({ signed_on: day, signed_by: by }) => (day === undefined ? '' : says.signedBy(day, by)),
  },
  { key: 'copy', title: says.columns.copy, width: 80, cell: ({ copy_no: copy }) => <span title={copy}>{copy}</span> },
  { key: 'scan', title: says.columns.scan, width: 60, cell: (row) => <Scan row={row} /> },
  {
    key: 'reminded',
    title: says.columns.reminded,
    width: 100,
    cell: ({ reminded, reminded_on: day }) => (day === undefined ? '' : says.remindedOn(reminded, day)),
  },
  { key: 'deeds', title: says.columns.deeds, width: 184, cell: (row) => <Deeds county={choosing.county} row={row} /> },
]

function chooseColumn({ shown, chosen, toggle }: Choosing): Column<PledgeRow> {
  const all = shown.map(({ party }) => party)
  const on = all.filter((party) => chosen.has(party)).length
  return {
    key: 'choose',
    title: (
      <Checkbox
        aria-label={says.chooseAll}
        checked={on > 0 && on === all.length}
        indeterminate={on > 0 && on < all.length}
        onChange={({ target }) => toggle(all, target.checked)}
      />
    ),
    width: 36,
    sticky: true,
    cell: ({ party, name }) => (
      <Checkbox
        aria-label={says.choose(name)}
        checked={chosen.has(party)}
        onChange={({ target }) => toggle([party], target.checked)}
      />
    ),
  }
}

function State({ row: { state, voided } }: { row: PledgeRow }): ReactNode {
  return (
    <>
      <PledgeStateMark state={state} />
      {voided > 0 && <span className="muted apart">{says.voided(voided)}</span>}
    </>
  )
}

/** Whether what was signed is filed; the link opens the paper. */
function Scan({ row: { copy, signed_on: signed } }: { row: PledgeRow }): ReactNode {
  if (copy !== undefined)
    return (
      <Link to="/archive/papers" search={{ paper: copy }}>
        {says.hasScan}
      </Link>
    )
  return signed === undefined ? null : <span className="short">{says.noScan}</span>
}

function Deeds({ county, row }: { county: string; row: PledgeRow }): ReactNode {
  const { pledge, number, name, state } = row
  if (pledge === undefined) return null
  const path = `/duties/pledges/${encodeURIComponent(county)}/${encodeURIComponent(pledge)}`
  return (
    <span className="duty-actions">
      <MakeFileButton label={says.deeds.one} title={name} path={`${path}/file`} name={says.deeds.file(number, name)} />
      {state === 'made' && row.may_make && <SignDeed path={path} row={row} />}
      {row.may_copy && <CopyDeed path={`${path}/copies`} row={row} />}
    </span>
  )
}
