import type { FindingMark } from '@eduduty/core/claims'
import { Link } from '@tanstack/react-router'
import { Tag } from 'antd'
import { memo, type ReactNode } from 'react'
import { useMay } from '../../platform/session/session-context.tsx'
import { GradeMark } from '../grade-mark.tsx'
import { claimMessages as says } from '../messages.ts'
import type { CheckDesk } from './check-desk.ts'
import { MarkButtons } from './mark-buttons.tsx'
import { chainAddress } from './marked-text.tsx'

interface FindingItemProps {
  readonly desk: CheckDesk
  readonly finding: number
  readonly isActive: boolean
  readonly mark: FindingMark | undefined
}

/** One finding: what is wrong in one line; looked at, the sentence, the sum, the likely number, and what became of it. */
export const FindingItem = memo(function FindingItem({ desk, finding, isActive, mark }: FindingItemProps): ReactNode {
  const found = desk.check.result.findings[finding]
  if (found === undefined) return null
  const { grade, kind, at, computation } = found
  const isClosed = desk.isClosed(finding)
  return (
    <li id={`finding-${finding}`} className={isActive ? 'claim-finding claim-finding-active' : 'claim-finding'}>
      <button
        type="button"
        className="claim-finding-head"
        aria-expanded={isActive}
        onClick={() => desk.select(finding, 'text')}
      >
        <span className="claim-finding-line">
          <GradeMark grade={grade} />
          <span>{says.kinds[kind] ?? kind}</span>
          <span className="muted">{says.place(at.paragraph, at.row, at.column)}</span>
          {isClosed && mark !== undefined && <Tag>{says.states[mark.state]}</Tag>}
        </span>
        <span className={isActive ? undefined : 'claim-two-lines'}>{computation}</span>
      </button>
      {isActive && <Details desk={desk} finding={finding} />}
    </li>
  )
})

function Details({ desk, finding }: { desk: CheckDesk; finding: number }): ReactNode {
  const found = desk.check.result.findings[finding]
  if (found === undefined) return null
  const likely = found.corrections.filter(({ claim }) => claim === found.claims[0]).slice(0, 1)
  const others = found.corrections.filter((one) => !likely.includes(one)).slice(0, 3)
  const marks = desk.check.marks.filter((mark) => mark.finding === finding)
  return (
    <div className="claim-details">
      <blockquote>{found.sentence.replace(/\s+/g, ' ').trim()}</blockquote>
      {likely.map(({ from, to }) => (
        <p key={to}>
          <span className="muted">{says.likely}</span> <strong>{says.arrow(from, to)}</strong>
          {others.length > 0 && says.others(others.map((one) => says.arrow(one.from, one.to)))}
        </p>
      ))}
      {likely.length === 0 && others.length > 0 && (
        <p>
          <span className="muted">{says.likely}</span> {others.map((one) => says.arrow(one.from, one.to)).join('，或 ')}
        </p>
      )}
      <Figures desk={desk} claims={found.claims} />
      <BackToReport desk={desk} paragraph={found.at.paragraph} />
      {marks.map(({ state, note, by, at }) => (
        <p key={at} className="claim-said">
          <strong>{says.states[state]}</strong> {note} <span className="muted">{by}</span>
        </p>
      ))}
      {desk.check.may_mark && <MarkButtons desk={desk} finding={finding} />}
    </div>
  )
}

function Figures({ desk, claims }: { desk: CheckDesk; claims: readonly number[] }): ReactNode {
  const maySee = useMay()('evaluation.read')
  const { figures, run } = desk.check
  return figures
    .filter(({ claim }) => claims.includes(claim))
    .map(({ claim, title, subject, year, shown, figure }) => (
      <p key={claim}>
        <span className="muted">{says.system}</span> {says.figure(subject, title, year)} <strong>{shown}</strong>{' '}
        {maySee && run !== undefined && figure !== undefined && (
          <a href={chainAddress(run.id, figure)} target="_blank" rel="noopener">
            {says.chain}
          </a>
        )}
      </p>
    ))
}

function BackToReport({ desk, paragraph }: { desk: CheckDesk; paragraph: number }): ReactNode {
  const { county, report, content } = desk.check
  const anchor = content.anchors?.[paragraph - 1]
  if (report === undefined || anchor === undefined) return null
  return (
    <p>
      <Link to="/reports/$county/$report" params={{ county, report }} hash={`block-${anchor}`}>
        {says.toReport}
      </Link>
    </p>
  )
}
