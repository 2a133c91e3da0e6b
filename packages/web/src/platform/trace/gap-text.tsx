import { type CauseView, type Figure, owedItems, owedText } from '@eduduty/core/evaluation'
import type { ReactNode } from 'react'
import { useCurrentRun } from '../run/current-run.tsx'
import { traceMessages } from './messages.ts'

/** What is lacking to the standard; of what is still open, who has to hand in what before that can be said. */
export function GapText({ figure }: { figure: Figure | undefined }): ReactNode {
  if (figure?.gap !== undefined) return figure.gap.text
  return figure?.state === 'undecided' ? <Awaited causes={figure.causes ?? []} /> : null
}

/** The forms that are awaited, of one unit by their names, of several by their number; all are named on hover. */
export function Awaited({ causes }: { causes: readonly CauseView[] }): ReactNode {
  const { index } = useCurrentRun()
  const owed = owedItems(causes, index.registerTitles)
  if (owed.length === 0) return null
  const units = new Set(causes.map(({ unit }) => unit))
  const forms = new Set(causes.flatMap(({ register }) => index.registerTitles.get(register ?? '') ?? []))
  return (
    <span className="muted" title={traceMessages.awaited(owedText(owed, MOST))}>
      {units.size > 1 ? traceMessages.awaitedOf(units.size) : traceMessages.awaited([...forms].join('、'))}
    </span>
  )
}

const MOST = 20
