import type { DutyPlan, TaskView } from '@eduduty/core/duties'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { EvidencePart, FiledPapers } from '../../archive/index.ts'
import { useMay } from '../../platform/session/session-context.tsx'
import { Light } from '../../platform/theme/light.tsx'
import { dutyMessages } from '../messages.ts'

const says = dutyMessages.panel

/** What proves the task: the figure that it is measured by, or what is handed over. */
export function ProofPart({ view, plan }: { view: TaskView; plan: DutyPlan }): ReactNode {
  const { figure, deliverable, papers, filed } = view
  const hasPapers = deliverable !== '' || papers.length + filed.length > 0
  return (
    <section className="panel-section">
      <h3>{says.proof}</h3>
      {figure !== undefined && <FigureLine figure={figure} />}
      {hasPapers && (
        <dl className="facts">
          {deliverable !== '' && (
            <div>
              <dt>{says.deliverable}</dt>
              <dd>{deliverable}</dd>
            </div>
          )}
          <div>
            <dt>{says.papers}</dt>
            <dd>
              <FiledPapers county={plan.county} papers={filed} />
              {papers.join('、')}
              {papers.length + filed.length === 0 && <span className="muted">{says.noPapers}</span>}
            </dd>
          </div>
        </dl>
      )}
      {figure !== undefined && (
        <EvidencePart
          about={{ county: plan.county, year: plan.year, pack: figure.pack, indicator: figure.indicator }}
        />
      )}
      {figure === undefined && !hasPapers && <p className="muted">{says.noProof}</p>}
    </section>
  )
}

function FigureLine({ figure }: { figure: NonNullable<TaskView['figure']> }): ReactNode {
  const may = useMay()
  const { title, shown, standard, state, run, indicator, target, unit, figure: id, before } = figure
  const aim = target && says.target(`${target.comparison} ${target.value} ${unit}`.trim())
  if (run === undefined)
    return (
      <p>
        {title}
        {aim !== undefined && <strong className="apart">{aim}</strong>}
        <span className="muted apart">{says.noRun}</span>
        {before !== undefined && (
          <span className="apart">
            {says.before(before.year)} <span className="number">{before.shown}</span>
            {before.state !== undefined && (
              <span className="apart">
                <Light state={before.state} />
              </span>
            )}
          </span>
        )}
      </p>
    )
  return (
    <p>
      {may('evaluation.read') ? (
        <Link
          to="/evaluation/indicators/$node"
          params={{ node: indicator }}
          search={{ run, ...(id !== undefined && { trace: [id] }) }}
        >
          {title}
        </Link>
      ) : (
        title
      )}
      <span className="apart number">
        {says.value} <strong>{shown}</strong>
      </span>
      {aim !== undefined && <strong className="apart">{aim}</strong>}
      {standard !== '' && (
        <span className="apart muted">
          {says.standard} {standard}
        </span>
      )}
      {state !== undefined && (
        <span className="apart">
          <Light state={state} />
        </span>
      )}
      {may('evaluation.read') && (
        <Link className="apart" to="/evaluation/indicators/$node" params={{ node: indicator }} search={{ run }}>
          {says.seeFigure}
        </Link>
      )}
    </p>
  )
}
