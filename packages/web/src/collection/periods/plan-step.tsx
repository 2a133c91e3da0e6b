import type { PeriodOffer } from '@eduduty/core/collection/tasks'
import { Button, Checkbox } from 'antd'
import { type ReactNode, useState } from 'react'
import { DateField } from '../../platform/form/date-field.tsx'
import { periodMessages } from './messages.ts'
import { type DraftPlan, planSize } from './plan-draft.ts'
import { UnitDialog } from './unit-dialog.tsx'

const says = periodMessages.drawer

interface PlanStepProps {
  readonly offer: PeriodOffer
  readonly drafts: readonly DraftPlan[]
  readonly change: (drafts: readonly DraftPlan[]) => void
}

/** Which registers are collected and by whom each is filled; proposals stand, and can be changed. */
export function PlanStep({ offer, drafts, change }: PlanStepProps): ReactNode {
  const [choosing, setChoosing] = useState<string>()
  const put = (register: string, part: Partial<DraftPlan>) =>
    change(drafts.map((draft) => (draft.register === register ? { ...draft, ...part } : draft)))
  const tickAll = (on: boolean) => change(drafts.map((draft) => ({ ...draft, isIn: on && draft.units.size > 0 })))
  const { registers, units, tasks } = planSize(drafts)
  const chosen = drafts.find((draft) => draft.register === choosing)
  return (
    <>
      <p className="note form-hint">{says.hint}</p>
      <div className="filters">
        <Button size="small" onClick={() => tickAll(true)}>
          {says.allRegisters}
        </Button>
        <Button size="small" onClick={() => tickAll(false)}>
          {says.noRegisters}
        </Button>
      </div>
      <table className="plain plan-table">
        <thead>
          <tr>
            <th>{says.register}</th>
            <th>{says.reporter}</th>
            <th className="align-right">{says.units}</th>
            <th />
            <th title={says.firstReviewHint}>{says.firstReview}</th>
            <th>{says.window}</th>
          </tr>
        </thead>
        <tbody>
          {drafts.map((draft) => (
            <PlanRow
              key={draft.register}
              offer={offer}
              draft={draft}
              put={(part) => put(draft.register, part)}
              choose={() => setChoosing(draft.register)}
            />
          ))}
        </tbody>
      </table>
      <p role="status">
        {tasks === 0 ? <span className="wrong">{says.nothing}</span> : says.total(registers, units, tasks)}
      </p>
      {chosen !== undefined && (
        <UnitDialog
          offer={offer}
          draft={chosen}
          change={(chosenUnits) => put(chosen.register, { units: chosenUnits, isIn: chosenUnits.size > 0 })}
          close={() => setChoosing(undefined)}
        />
      )}
    </>
  )
}

interface PlanRowProps {
  readonly offer: PeriodOffer
  readonly draft: DraftPlan
  readonly put: (part: Partial<DraftPlan>) => void
  readonly choose: () => void
}

function PlanRow({ offer, draft, put, choose }: PlanRowProps): ReactNode {
  const register = offer.registers.find((one) => one.register === draft.register)
  if (register === undefined) return null
  return (
    <tr className={draft.isIn ? undefined : 'plan-out'}>
      <td>
        <Checkbox checked={draft.isIn} onChange={(event) => put({ isIn: event.target.checked })}>
          {register.title}
        </Checkbox>
        <span className="under plan-size">{says.size(register.columns, register.frequency)}</span>
      </td>
      <td>{register.reporter}</td>
      <td className={draft.units.size === 0 ? 'align-right number zero' : 'align-right number'}>
        {says.unitCount(draft.units.size)}
      </td>
      <td className="nowrap">
        <button type="button" className="link" onClick={choose}>
          {says.change}
        </button>
      </td>
      <td>
        <Checkbox
          aria-label={says.firstReview}
          disabled={!draft.isIn}
          checked={draft.hasFirstReview}
          onChange={(event) => put({ hasFirstReview: event.target.checked })}
        />
      </td>
      <td>
        <DateField
          small
          label={says.window}
          value={draft.closesOn}
          disabled={!draft.isIn}
          onChange={(day) => put({ closesOn: day })}
        />
      </td>
    </tr>
  )
}
