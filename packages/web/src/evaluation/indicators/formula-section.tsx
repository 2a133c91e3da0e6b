import type { Figure, NodeView } from '@eduduty/core/evaluation'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useCurrentRun } from '../../platform/run/current-run.tsx'
import { figureTraceQuery } from '../../platform/run/queries.ts'
import { subjectLabel } from '../../platform/run/run-index.ts'
import { useQuotient } from '../../platform/trace/dispersion-facts.tsx'
import { InputList } from '../../platform/trace/input-list.tsx'
import { indicatorMessages } from './messages.ts'

const says = indicatorMessages.page

/** The formula in Chinese, and below it the numbers of this county put in. */
export function FormulaSection({ node, figures }: { node: NodeView; figures: readonly Figure[] }): ReactNode {
  return (
    <section className="panel-section">
      <h2>{says.formula}</h2>
      {Object.entries(node.formula).map(([stage, text]) => (
        <p key={stage} className="formula">
          {stage !== '' && <span className="muted before">{stage}</span>}
          {text}
        </p>
      ))}
      {figures.map((figure) => (
        <Substituted key={figure.id} figure={figure} />
      ))}
    </section>
  )
}

function Substituted({ figure }: { figure: Figure }): ReactNode {
  const { id, index } = useCurrentRun()
  const answer = useQuery(figureTraceQuery(id, figure.id))
  const quotient = useQuotient(figure.id, figure.shown)
  const subject = index.subjects.get(figure.subject)
  const trace = answer.data?.trace
  if (trace === undefined) return null
  return (
    <div className="indicator-substituted">
      <p className="formula formula-numbers">
        <span className="formula-label">{says.formulaOf(subject === undefined ? '' : subjectLabel(subject))}</span>
        {quotient ?? trace.substituted}
      </p>
      {trace.inputs.length > 0 && trace.inputs.length <= 6 && <InputList inputs={trace.inputs} />}
    </div>
  )
}
