import { memo, type ReactNode } from 'react'
import { useMay } from '../../platform/session/session-context.tsx'
import { claimMessages as says } from '../messages.ts'
import type { CheckDesk } from './check-desk.ts'
import { elementOf, type Piece, piecesOf, type TextMark } from './place-marks.ts'

interface MarkedTextProps {
  readonly desk: CheckDesk
  readonly start: number
  readonly end: number
  readonly marks: readonly TextMark[]
  /** The finding that is looked at, where this text has part in it. */
  readonly active: number | undefined
}

/** A stretch of the report with its numbers marked. */
export const MarkedText = memo(function MarkedText({ desk, start, end, marks, active }: MarkedTextProps): ReactNode {
  const maySee = useMay()('evaluation.read')
  return piecesOf(desk.check.content.text, start, end, marks).map(({ text, mark }) =>
    mark === undefined ? (
      text
    ) : (
      <MarkedNumber key={`${mark.id} ${text}`} piece={{ text, mark }} desk={desk} active={active} maySee={maySee} />
    ),
  )
})

interface NumberProps {
  readonly piece: Piece & { readonly mark: TextMark }
  readonly desk: CheckDesk
  readonly active: number | undefined
  readonly maySee: boolean
}

function MarkedNumber({ piece: { text, mark }, desk, active, maySee }: NumberProps): ReactNode {
  const [first] = mark.findings
  const className = classOf(mark, desk, active)
  if (first !== undefined) {
    const label = mark.grade === undefined ? undefined : says.grades[mark.grade]
    return (
      <a
        id={mark.id}
        className={className}
        href={`#finding-${first}`}
        title={label}
        onClick={(event) => {
          event.preventDefault()
          desk.select(first, 'list')
        }}
      >
        {text}
      </a>
    )
  }
  const { figure } = mark
  const { run } = desk.check
  if (maySee && run !== undefined && figure?.figure !== undefined)
    return (
      <a
        id={mark.id}
        className={className}
        href={chainAddress(run.id, figure.figure)}
        target="_blank"
        rel="noopener"
        title={says.isFigure(says.figure(figure.subject, figure.title, figure.year), figure.shown)}
      >
        {text}
      </a>
    )
  return (
    <span id={mark.id} className={className} title={mark.isConfirmed ? says.isConfirmed : undefined}>
      {text}
    </span>
  )
}

/** The page on which the chain of a figure is walked. */
export const chainAddress = (run: string, figure: string): string =>
  `/evaluation?${new URLSearchParams({ run, trace: figure })}`

function classOf(mark: TextMark, desk: CheckDesk, active: number | undefined): string {
  const { id, grade, findings, isConfirmed } = mark
  const isClosed = findings.length > 0 && findings.every((one) => desk.isClosed(one))
  const names = ['claim']
  if (grade !== undefined) names.push(isClosed ? 'claim-closed' : `claim-${grade}`)
  else if (isConfirmed) names.push('claim-confirmed')
  const found = active === undefined ? undefined : desk.check.result.findings[active]
  if (active !== undefined && found !== undefined && findings.includes(active))
    names.push(id === elementOf(found, active) ? 'claim-active' : 'claim-part')
  return names.join(' ')
}
