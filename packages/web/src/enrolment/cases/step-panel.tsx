import type { CaseStepView, CaseView } from '@eduduty/core/enrolment'
import { type ReactNode, useState } from 'react'
import { oneCaseMessages } from './case-messages.ts'
import { StepForm } from './step-form.tsx'

const says = oneCaseMessages.steps

/** What can be done now comes first, each with its form; what cannot, below, with the reason. */
export function StepPanel({ view }: { view: CaseView }): ReactNode {
  const [chosen, setChosen] = useState<string>()
  const possible = view.steps.filter(({ refused }) => refused === undefined)
  const refused = view.steps.filter(({ refused: why }) => why !== undefined)
  const step = possible.find((one) => one.step === chosen)
  if (view.row.closed_on !== undefined || view.row.held_until !== undefined) return null
  return (
    <section className="case-steps screen-only" aria-label={says.title}>
      <h3>{says.title}</h3>
      {possible.length === 0 && (
        <p>
          <strong className="before">{says.none}</strong>
          <span className="muted">{refused.length === 0 ? says.othersTurn : says.noneAdvice}</span>
        </p>
      )}
      <fieldset className="case-ways" aria-label={says.ways}>
        {possible.map((one) => (
          <button
            key={one.step}
            type="button"
            aria-pressed={one === step}
            onClick={() => setChosen(one === step ? undefined : one.step)}
          >
            {one.title}
            <StepHint step={one} />
          </button>
        ))}
      </fieldset>
      {step !== undefined && <StepForm key={step.step} view={view} step={step} close={() => setChosen(undefined)} />}
      {refused.length > 0 && <RefusedSteps steps={refused} />}
    </section>
  )
}

/** What comes of it, under the name. */
function StepHint({ step: { to_title: to, paper } }: { step: CaseStepView }): ReactNode {
  const hints = [to === '' ? '' : says.to(to), paper === '' ? '' : says.paper(paper)].filter((hint) => hint !== '')
  return hints.length === 0 ? null : <span className="muted">{hints.join('，')}</span>
}

function RefusedSteps({ steps }: { steps: readonly CaseStepView[] }): ReactNode {
  return (
    <section className="case-refused" aria-label={says.others(steps.length)}>
      <p className="muted">{says.others(steps.length)}</p>
      <ul>
        {steps.map(({ step, title, refused }) => (
          <li key={step}>
            {title}
            <span className="muted apart">{refused}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
