import { chinaMinute } from '@eduduty/core/calendar'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { platformMessages } from '../../platform/messages/messages.ts'
import { useCurrentRun } from '../../platform/run/current-run.tsx'
import { useMay } from '../../platform/session/session-context.tsx'
import { PageHead } from '../../platform/shell/page-head.tsx'
import { Light } from '../../platform/theme/light.tsx'
import { countStates } from '../overview/count-states.ts'
import { EffectLines } from './effect-lines.tsx'
import { briefMessages } from './messages.ts'
import { OwingLines } from './owing-lines.tsx'
import { RedItems } from './red-items.tsx'
import { TurnLines } from './turn-lines.tsx'

const says = briefMessages

/** One sheet of A4 for a leader: what is red, what turned, who owes what until when. */
export function BriefPage(): ReactNode {
  const may = useMay()
  return (
    <>
      <div className="screen-only">
        <PageHead
          title={says.title}
          purpose={says.purpose}
          unit={says.unit}
          action={
            <Button type="primary" onClick={() => window.print()}>
              {platformMessages.shell.print}
            </Button>
          }
        />
      </div>
      <article className="brief">
        <Conclusion />
        <RedItems />
        <TurnLines />
        <OwingLines mayRead={may('collection.read')} />
        <EffectLines />
        <p className="brief-note">{says.costNote}</p>
      </article>
    </>
  )
}

function Conclusion(): ReactNode {
  const { index, runs, id } = useCurrentRun()
  const { run, verdict, sections, coverage } = index.assessment
  const entry = runs.find((one) => one.id === id)
  const day = entry === undefined ? run.evaluated_on : chinaMinute(entry.created_at).slice(0, 10)
  const sum = (of: 'expected' | 'reported') => coverage.registers.reduce((all, one) => all + one[of], 0)
  return (
    <header>
      <h2 className="brief-title">{says.heading(run.county.name, run.year)}</h2>
      <p className="brief-subtitle">{says.subtitle(run.pack.title, day, says.status[entry?.status ?? 'preview'])}</p>
      <p className="brief-verdict">
        <Light state={verdict.state} /> {verdict.text}
      </p>
      <p>
        {says.counts(countStates(sections))}；{says.coverage(sum('reported'), sum('expected'))}。
      </p>
    </header>
  )
}
