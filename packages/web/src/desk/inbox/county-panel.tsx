import type { ReactNode } from 'react'
import { PeriodSummary } from '../../collection/index.ts'
import { DutySummary } from '../../duties/index.ts'
import { VerdictSummary } from '../../evaluation/index.ts'
import { useMay } from '../../platform/session/session-context.tsx'
import { inboxMessages } from '../inbox-messages.ts'

const says = inboxMessages.county
/** What those do who plan, lead or inspect. */
const leading = ['duties.plan', 'collection.plan', 'reports.sign', 'appraisal.rate', 'appraisal.conclude'] as const

/** For those who plan, lead or inspect: how the county stands, before what waits for themselves. */
export function CountyPanel(): ReactNode {
  const may = useMay()
  const leads = leading.some((verb) => may(verb))
  if (!leads || !may('evaluation.read')) return null
  return (
    <section className="desk-part" aria-label={says.title}>
      <h2>{says.title}</h2>
      <VerdictSummary />
      {may('duties.read') && <DutySummary />}
      {may('collection.read') && <PeriodSummary />}
    </section>
  )
}
