import type { DutyPlan, PlanDraft } from '@eduduty/core/duties'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { EmptyState } from '../../platform/shell/empty-state.tsx'
import { PlainHead } from '../../platform/shell/page-head.tsx'
import { PrintSheet } from '../../platform/shell/print-sheet.tsx'
import { ChoiceFilter } from '../../platform/table/choice-filter.tsx'
import { LedgerTable } from '../../platform/table/ledger-table.tsx'
import { TextFilter } from '../../platform/table/text-filter.tsx'
import { type DrawUpSearch, levels } from '../duties-search.ts'
import { dutyMessages } from '../messages.ts'
import { PlanChoice } from '../plan-choice.tsx'
import { planName } from '../use-plan.ts'
import { DraftPanel } from './draft-panel.tsx'
import { chooseColumn, dutyColumns } from './duty-columns.tsx'
import { IssueButton } from './issue-button.tsx'
import { LevelHeading } from './level-heading.tsx'
import { Standing } from './standing.tsx'
import { type Chosen, dutyName, useChosen } from './use-chosen.ts'
import { type Making, useMaking } from './use-making.ts'

const says = dutyMessages.make
const route = getRouteApi('/shell/plain/duties/draw-up')

interface DeskProps {
  readonly plan: DutyPlan
  readonly choices: readonly { readonly value: string; readonly label: string }[]
  readonly draft: PlanDraft
}

/** Duties are chosen, looked at and changed one by one where that is wanted, and made into tasks in one go. */
export function DrawUpDesk({ plan, choices, draft }: DeskProps): ReactNode {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const [own, setOwn] = useState(false)
  const chosen = useChosen(draft)
  const making = useMaking(plan)
  const change = (part: DrawUpSearch) => navigate({ search: (before) => ({ ...before, ...part }), replace: true })
  const shown = draft.duties.filter((duty) => matches(duty, search))
  const open = draft.duties.find((duty) => dutyName(duty) === search.duty)
  const make = () => making.make(chosen.all(), chosen.clear)
  return (
    <>
      <PlainHead
        title={dutyMessages.drawUp}
        purpose={says.purpose}
        action={<Actions plan={plan} making={making} count={chosen.count} make={make} own={() => setOwn(true)} />}
      />
      {!plan.is_open && <p className="note">{says.closed}</p>}
      <Bar plan={plan} choices={choices} search={search} change={change} chosen={chosen} />
      <Standing making={making} />
      <PrintSheet head={plan.title}>
        <LedgerTable
          label={dutyMessages.drawUp}
          rows={shown}
          columns={plan.is_open ? [chooseColumn(chosen), ...dutyColumns(chosen)] : dutyColumns(chosen)}
          rowKey={dutyName}
          onOpen={(duty) => change({ duty: dutyName(duty) })}
          selected={search.duty}
          groupOf={({ level }) => ({
            key: level,
            heading: <LevelHeading level={level} shown={shown} chosen={plan.is_open ? chosen : undefined} />,
          })}
          lines={2}
          height="calc(100vh - 190px)"
          empty={<EmptyState title={says.empty} advice={says.emptyAdvice} />}
        />
      </PrintSheet>
      {(own || open !== undefined) && (
        <DraftPanel
          key={open === undefined ? 'own' : dutyName(open)}
          {...{ plan, draft, duty: open, chosen }}
          close={() => {
            setOwn(false)
            change({ duty: undefined })
          }}
        />
      )}
    </>
  )
}

interface BarProps extends Omit<DeskProps, 'draft'> {
  readonly search: DrawUpSearch
  readonly change: (part: DrawUpSearch) => void
  readonly chosen: Chosen
}

function Bar({ plan, choices, search, change, chosen }: BarProps): ReactNode {
  return (
    <div className="filters">
      {choices.length < 2 && <strong>{plan.title}</strong>}
      <PlanChoice value={planName(plan)} choices={choices} pick={(name) => change({ plan: name, duty: undefined })} />
      <ChoiceFilter
        label={says.level}
        value={search.level}
        options={levels.map((value) => ({ value, label: value }))}
        pick={(value) => change({ level: levels.find((level) => level === value) })}
      />
      <TextFilter label={says.text} text={search.text} onText={(text) => change({ text })} wide />
      <Link to="/duties" search={{ plan: planName(plan) }}>
        {says.toList}
      </Link>
      <span className="filters-end muted">{says.count(chosen.count, chosen.tasks)}</span>
    </div>
  )
}

function matches(duty: PlanDraft['duties'][number], { level, text }: DrawUpSearch): boolean {
  if (level !== undefined && duty.level !== level) return false
  const words = [duty.no, duty.title, duty.wording, duty.basis, ...duty.units.map(({ name }) => name)]
  return text === undefined || words.some((word) => word.includes(text))
}

interface ActionsProps {
  readonly plan: DutyPlan
  readonly making: Making
  readonly count: number
  readonly make: () => void
  readonly own: () => void
}

function Actions({ plan, making, count, make, own }: ActionsProps): ReactNode {
  if (!plan.is_open) return null
  const { drafts, progress } = making
  return (
    <span className="duty-actions">
      <Button onClick={own}>{dutyMessages.form.ownTitle}</Button>
      <IssueButton making={making} isPrimary={count === 0 && drafts.length > 0} />
      <Button
        type={count > 0 || drafts.length === 0 ? 'primary' : 'default'}
        disabled={count === 0 || progress !== undefined}
        onClick={make}
      >
        {says.fromDuties(count)}
      </Button>
    </span>
  )
}
