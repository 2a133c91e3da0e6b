import type { CauseView } from '@eduduty/core/evaluation'
import { type ReactNode, useState } from 'react'
import { useCurrentRun } from '../run/current-run.tsx'
import { traceMessages } from './messages.ts'

const FIRST = 8

/** Why a figure is not known: who has not reported what. */
export function CauseList(props: { causes: readonly CauseView[]; first?: number }): ReactNode {
  const { index } = useCurrentRun()
  const [all, setAll] = useState(false)
  const shown = all ? props.causes : props.causes.slice(0, props.first ?? FIRST)
  const rest = props.causes.length - shown.length
  return (
    <ul className="causes">
      {shown.map((cause) => {
        const register = index.registerTitles.get(cause.register ?? '')
        const who = [cause.unit_name ?? cause.unit, register].filter((part) => part !== undefined).join(' · ')
        return (
          <li key={`${cause.code} ${cause.unit ?? ''} ${cause.register ?? ''} ${cause.column ?? ''} ${cause.message}`}>
            {who !== '' && <strong>{who}：</strong>}
            {cause.message}
          </li>
        )
      })}
      {rest > 0 && (
        <li>
          <button type="button" className="link" onClick={() => setAll(true)}>
            {traceMessages.more(rest)}
          </button>
        </li>
      )}
    </ul>
  )
}
