import type { AppliedStandard } from '@eduduty/core/evaluation'
import type { ReactNode } from 'react'
import { platformMessages } from '../messages/messages.ts'

type BasisView = NonNullable<AppliedStandard['basis']>
type VerifiedView = NonNullable<AppliedStandard['verified']>

/** 未核实: shown wherever an unverified standard is used. */
export function UnverifiedTag(props: { verified: VerifiedView | undefined }): ReactNode {
  if (props.verified?.grade !== 'U') return null
  return (
    <span className="unverified" title={platformMessages.unverifiedHint}>
      {platformMessages.unverified}
    </span>
  )
}

/** Document and article, with who checked it. */
export function BasisLine(props: { basis: BasisView | undefined; verified?: VerifiedView | undefined }): ReactNode {
  const { basis, verified } = props
  if (basis === undefined) return <span className="muted">{platformMessages.none}</span>
  return (
    <span className="basis">
      {basis.document}
      {basis.article !== undefined && <> {basis.article}</>}
      {basis.note !== undefined && <span className="muted">（{basis.note}）</span>}
      {verified !== undefined && verified.grade !== 'U' && (
        <span className="muted apart" title={verified.source}>
          {platformMessages.grade[verified.grade]}
        </span>
      )}
      <UnverifiedTag verified={verified} />
    </span>
  )
}
