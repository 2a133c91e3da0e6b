import type { DutyEntry } from '@eduduty/core/duties'
import { Checkbox } from 'antd'
import type { ReactNode } from 'react'
import { platformMessages } from '../../platform/messages/messages.ts'
import type { Column } from '../../platform/table/column.ts'
import { dutyMessages } from '../messages.ts'
import type { Chosen } from './use-chosen.ts'

const says = dutyMessages.make

/** The tick of a duty; a click on it does not open the row. */
export function chooseColumn(chosen: Chosen): Column<DutyEntry> {
  return {
    key: 'choose',
    title: '',
    width: 40,
    align: 'center',
    cell: (duty) => (
      <Tick label={says.choose(duty.title)} on={chosen.has(duty)} tick={(on) => chosen.tick([duty], on)} />
    ),
  }
}

function Tick(props: { label: string; on: boolean; tick: (on: boolean) => void }): ReactNode {
  return (
    <Checkbox
      aria-label={props.label}
      checked={props.on}
      onClick={(event) => event.stopPropagation()}
      onChange={({ target }) => props.tick(target.checked)}
    />
  )
}

/** One line for each duty, and where it falls. */
export function dutyColumns(chosen: Chosen): readonly Column<DutyEntry>[] {
  return [
    { key: 'no', title: dutyMessages.columns.no, width: 50, cell: ({ no }) => <span className="number">{no}</span> },
    {
      key: 'title',
      title: says.columns.title,
      width: 330,
      cell: (duty) => (
        <span className="clamp" title={duty.wording}>
          <strong>{chosen.draftOf(duty).title}</strong>
          {chosen.isChanged(duty) && <span className="duty-tag">{says.adjusted}</span>}
          <span className="muted duty-wording">{duty.wording}</span>
        </span>
      ),
    },
    {
      key: 'basis',
      title: says.columns.basis,
      width: 210,
      cell: ({ basis, is_unverified: isUnverified }) => (
        <span className="clamp" title={basis}>
          {basis}
          {isUnverified && (
            <span className="unverified" title={platformMessages.unverifiedHint}>
              {platformMessages.unverified}
            </span>
          )}
        </span>
      ),
    },
    {
      key: 'proof',
      title: says.columns.proof,
      width: 180,
      cell: ({ indicator, deliverable }) => <span className="clamp">{indicator?.title ?? deliverable}</span>,
    },
    { key: 'units', title: says.columns.units, width: 200, cell: (duty) => <Units duty={duty} chosen={chosen} /> },
    { key: 'due', title: says.columns.due, width: 94, cell: (duty) => chosen.draftOf(duty).due_on },
    {
      key: 'made',
      title: says.columns.made,
      width: 54,
      align: 'right',
      cell: ({ tasks }) => <span className={tasks === 0 ? 'number zero' : 'number'}>{tasks}</span>,
    },
  ]
}

function Units({ duty, chosen }: { duty: DutyEntry; chosen: Chosen }): ReactNode {
  const { units } = chosen.draftOf(duty)
  const first = duty.units.find(({ unit }) => unit === units[0])?.name
  return (
    <span className="clamp">
      {units.length === 0 ? (
        <span className="short">{says.noUnits}</span>
      ) : (
        says.unitsOf(units.length, first ?? units[0] ?? '')
      )}
      {duty.unmatched.length > 0 && units.length < duty.units.length + duty.unmatched.length && (
        <span className="wrong duty-conflict">{says.unmatched(duty.unmatched.join('、'))}</span>
      )}
    </span>
  )
}
