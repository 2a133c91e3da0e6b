import type { CauseView } from '@eduduty/core/evaluation'
import { type ReactNode, Suspense, useContext, useState } from 'react'
import { useCurrentRun } from '../run/current-run.tsx'
import { traceMessages } from './messages.ts'
import { OwedNote } from './trace-note.ts'

const FIRST = 8

interface CauseListProps {
  readonly causes: readonly CauseView[]
  readonly first?: number
  /** Each with the form in which it belongs. */
  readonly withForms?: boolean
}

/** Why a figure is not known: who has not reported what. */
export function CauseList(props: CauseListProps): ReactNode {
  const Owed = useContext(OwedNote)
  const { index } = useCurrentRun()
  const [all, setAll] = useState(false)
  const shown = all ? props.causes : props.causes.slice(0, props.first ?? FIRST)
  const rest = props.causes.length - shown.length
  return (
    <ul className="causes">
      {shown.map((cause) => {
        const register = index.registerTitles.get(cause.register ?? '')
        const who = whoIn(cause, register)
        return (
          <li key={`${cause.code} ${cause.unit ?? ''} ${cause.register ?? ''} ${cause.column ?? ''} ${cause.message}`}>
            {who !== '' && <strong>{who}：</strong>}
            {cause.message}
            {props.withForms === true && Owed !== undefined && (
              <Suspense fallback={null}>
                <Owed cause={cause} />
              </Suspense>
            )}
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

/** Said in front, unless the sentence begins with it. */
function whoIn({ unit, unit_name: name, message }: CauseView, register: string | undefined): string {
  const who = name ?? unit
  if (who !== undefined && message.startsWith(who)) return ''
  return [who, register].filter((part) => part !== undefined).join(' · ')
}
