import { type OriginKind, originTitles, type TaskView } from '@eduduty/core/duties'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { LightMark } from '../light-mark.tsx'
import type { MechanismTab } from '../mechanisms/mechanism-search.ts'
import { dutyMessages } from '../messages.ts'
import { StateMark } from '../state-mark.tsx'

const says = dutyMessages.panel

const tabOf: Readonly<Record<OriginKind, MechanismTab>> = {
  decision: 'meetings',
  promise: 'promises',
  proposal: 'proposals',
}

/** What the task is, by whom and till when, and how it stands. */
export function TaskFacts({ view, show }: { view: TaskView; show: (task: string) => void }): ReactNode {
  const { row, parent, origin } = view
  const { declared } = row
  const pairs: readonly (readonly [string, ReactNode])[] = [
    [says.unit, row.unit_name],
    [says.issuer, row.issuer_name],
    [says.post, row.post || says.none],
    [says.due, <span key="due">{row.due_on}</span>],
    [says.state, <StateMark key="state" state={row.state} />],
    ...(row.answer_by === undefined ? [] : [[says.answerBy, <strong key="answer">{row.answer_by}</strong>] as const]),
    [says.declared, declared === undefined ? says.none : <LightMark key="declared" light={declared} />],
  ]
  const lines: readonly (readonly [string, ReactNode])[] = [
    [
      says.light,
      <>
        <LightMark light={row.light} /> {row.because}
        {row.conflict && declared !== undefined && (
          <span className="wrong apart">{dutyMessages.conflict(dutyMessages.lightTitles[declared])}</span>
        )}
      </>,
    ],
    [says.wording, view.wording || says.none],
    [says.basis, view.basis || says.ownBasis],
    [says.lists, row.lists.join('、')],
    [says.cooperating, view.cooperating.join('、') || says.none],
  ]
  return (
    <>
      <dl className="facts facts-columns">
        {pairs.map(([label, value]) => (
          <Pair key={label} label={label} value={value} />
        ))}
      </dl>
      <dl className="facts duty-lines">
        {lines.map(([label, value]) => (
          <Pair key={label} label={label} value={value} />
        ))}
        {origin !== undefined && <OriginPair origin={origin} />}
        {parent !== undefined && (
          <Pair
            label={says.parent}
            value={
              <button type="button" className="link" onClick={() => show(parent.task)}>
                {parent.title}
              </button>
            }
          />
        )}
      </dl>
    </>
  )
}

function Pair({ label, value }: { label: string; value: ReactNode }): ReactNode {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  )
}

/** What the task was made of, and the way to it. */
function OriginPair({ origin }: { origin: NonNullable<TaskView['origin']> }): ReactNode {
  const { kind, title, year } = origin
  return (
    <Pair
      label={originTitles[kind]}
      value={
        <Link to="/duties/mechanisms" search={{ year: String(year), tab: tabOf[kind] }}>
          {title}
        </Link>
      }
    />
  )
}
