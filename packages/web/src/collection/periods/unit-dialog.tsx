import type { PeriodOffer } from '@eduduty/core/collection/tasks'
import { Button, Checkbox, Input, Modal } from 'antd'
import { type ReactNode, useMemo, useState } from 'react'
import { periodMessages } from './messages.ts'
import type { DraftPlan } from './plan-draft.ts'

const says = periodMessages.drawer
const shownAtOnce = 300

type Unit = PeriodOffer['units'][number]

interface UnitDialogProps {
  readonly offer: PeriodOffer
  readonly draft: DraftPlan
  readonly change: (units: ReadonlySet<string>) => void
  readonly close: () => void
}

/** Who fills one register: searched by name, code or township, ticked one by one or all that were found. */
export function UnitDialog({ offer, draft, change, close }: UnitDialogProps): ReactNode {
  const [text, setText] = useState('')
  const register = offer.registers.find((one) => one.register === draft.register)
  const found = useMemo(() => findUnits(offer.units, text), [offer.units, text])
  const { units } = draft
  const toggle = (unit: Unit, on: boolean) => {
    const next = new Set(units)
    if (on) next.add(unit.unit_id)
    else next.delete(unit.unit_id)
    change(next)
  }
  const takeFound = () => change(new Set([...units, ...found.map((unit) => unit.unit_id)]))
  return (
    <Modal
      open
      width={720}
      title={says.unitTitle(register?.title ?? '')}
      onCancel={close}
      footer={
        <Button type="primary" onClick={close}>
          {says.unitDone}
        </Button>
      }
    >
      <div className="filters">
        <Input
          size="small"
          className="filter-wide"
          allowClear
          autoFocus
          placeholder={says.find}
          aria-label={says.find}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <Button size="small" onClick={() => change(new Set(register?.proposed ?? []))}>
          {says.proposed}
        </Button>
        <Button size="small" onClick={takeFound}>
          {says.allFound}
        </Button>
        <Button size="small" onClick={() => change(new Set())}>
          {says.noneChosen}
        </Button>
        <span className="filters-end muted">{says.unitChosen(units.size)}</span>
      </div>
      <ul className="unit-choice">
        {found.slice(0, shownAtOnce).map((unit) => (
          <li key={unit.unit_id}>
            <Checkbox checked={units.has(unit.unit_id)} onChange={(event) => toggle(unit, event.target.checked)}>
              {unit.name}
            </Checkbox>
            <span className="muted">{[unit.school_type, unit.township].filter((word) => word !== '').join('　')}</span>
          </li>
        ))}
        {found.length > shownAtOnce && <li className="muted">{says.unitMore(found.length - shownAtOnce)}</li>}
      </ul>
    </Modal>
  )
}

function findUnits(units: readonly Unit[], text: string): readonly Unit[] {
  const wanted = text.trim()
  if (wanted === '') return units
  return units.filter(({ name, code, township }) => [name, code, township].some((word) => word.includes(wanted)))
}
