import type { ReactNode } from 'react'
import { useCurrentRun } from '../../platform/run/current-run.tsx'
import { Light } from '../../platform/theme/light.tsx'
import { CauseList } from '../../platform/trace/cause-list.tsx'
import { evaluationMessages } from '../messages.ts'
import { countStates } from './count-states.ts'
import { OwedList } from './owed-list.tsx'
import { ReasonList } from './reason-list.tsx'

/** The answer first: light, sentence, reasons, and what would decide it; beside it the tally. */
export function VerdictBlock(): ReactNode {
  const { verdict } = useCurrentRun().index.assessment
  const says = evaluationMessages.overview
  return (
    <section className={`verdict verdict-${verdict.state}`} aria-label={verdict.title}>
      <div className="verdict-text">
        <h2 className="verdict-head">
          <Light state={verdict.state} /> <span className="verdict-sentence">{verdict.text}</span>
        </h2>
        <ReasonList reasons={verdict.reasons} />
        {verdict.deciding.length > 0 && (
          <>
            <h3>{says.deciding}</h3>
            <CauseList causes={verdict.deciding} first={3} />
          </>
        )}
        <OwedList />
      </div>
      <div className="verdict-side">
        <Tally />
        <History />
      </div>
    </section>
  )
}

/** Verdicts of earlier years found in the same folder. */
function History(): ReactNode {
  const { history } = useCurrentRun().index.assessment
  if (history.length === 0) return null
  return (
    <dl className="tally tally-history">
      {history.map((past) => (
        <div key={past.year}>
          <dt>{evaluationMessages.overview.tally.year(past.year)}</dt>
          <dd>
            <Light state={past.state} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Tally(): ReactNode {
  const { assessment } = useCurrentRun().index
  const says = evaluationMessages.overview.tally
  const counts = countStates(assessment.sections)
  const struck = assessment.effects.filter((effect) => effect.state === 'struck').length
  const expected = assessment.coverage.registers.reduce((sum, register) => sum + register.expected, 0)
  const reported = assessment.coverage.registers.reduce((sum, register) => sum + register.reported, 0)
  const lines: { label: string; value: string; wrong: boolean }[] = [
    { label: says.items, value: String(counts.all), wrong: false },
    { label: says.met, value: String(counts.met), wrong: false },
    { label: says.unmet, value: String(counts.unmet), wrong: counts.unmet > 0 },
    { label: says.undecided, value: String(counts.undecided), wrong: false },
  ]
  if (expected > 0) lines.push({ label: says.coverage, value: says.coverageOf(reported, expected), wrong: false })
  if (counts.not_applicable > 0)
    lines.push({ label: says.not_applicable, value: String(counts.not_applicable), wrong: false })
  if (counts.error > 0) lines.push({ label: says.error, value: String(counts.error), wrong: true })
  if (assessment.effects.length > 0) lines.push({ label: says.effects, value: String(struck), wrong: struck > 0 })
  return (
    <dl className="tally">
      {lines.map((line) => (
        <div key={line.label}>
          <dt>{line.label}</dt>
          <dd className={line.wrong ? 'wrong' : undefined}>{line.value}</dd>
        </div>
      ))}
    </dl>
  )
}
