import type { Trace } from '@eduduty/core/evaluation'
import { type ReactNode, Suspense, useContext } from 'react'
import { useCurrentRun } from '../run/current-run.tsx'
import type { FigureTrace } from '../run/queries.ts'
import { BasisLine } from '../theme/basis.tsx'
import { DoubtTag, Light } from '../theme/light.tsx'
import { AggregateBlock } from './aggregate-block.tsx'
import { CauseList } from './cause-list.tsx'
import { DispersionFacts, useQuotient } from './dispersion-facts.tsx'
import { InputList } from './input-list.tsx'
import { MentionList } from './mention-list.tsx'
import { traceMessages } from './messages.ts'
import { ParameterList } from './parameter-list.tsx'
import { SourceCells } from './source-cells.tsx'
import { TraceMentions, TraceNote } from './trace-note.ts'
import { UsedBy } from './used-by.tsx'

/** One step of the chain: formula, numbers, parameters, rows, cells; then upward, to what stands on this figure. */
export function TraceBody({ answer }: { answer: FigureTrace }): ReactNode {
  const { trace, mentions } = answer
  const Note = useContext(TraceNote)
  const ownRows = trace.aggregates.some((aggregate) => aggregate.rows.length > 0)
  return (
    <div className="trace-body">
      <Headline trace={trace} />
      <Section title={traceMessages.formula}>
        <p className="formula">{trace.formula}</p>
        <Substituted trace={trace} />
        <DispersionFacts figure={trace.figure} />
        {trace.note !== undefined && <p className="muted">{trace.note}</p>}
        {trace.basis !== undefined && (
          <p className="muted">
            {traceMessages.basis}：<BasisLine basis={trace.basis} verified={trace.verified} />
          </p>
        )}
      </Section>
      {trace.inputs.length > 0 && (
        <Section title={traceMessages.inputs}>
          <InputList inputs={trace.inputs} />
        </Section>
      )}
      {trace.aggregates.length > 0 && (
        <Section title={traceMessages.aggregates}>
          {trace.aggregates.map((aggregate, at) => (
            <AggregateBlock key={aggregate.text} aggregate={aggregate} first={at === 0} unit={trace.unit} />
          ))}
        </Section>
      )}
      {!ownRows && <SourceCells figure={trace.figure} />}
      {trace.parameters.length > 0 && (
        <Section title={traceMessages.parameters}>
          <ParameterList parameters={trace.parameters} />
        </Section>
      )}
      {trace.causes.length > 0 && (
        <Section title={trace.status === 'doubtful' ? traceMessages.doubts : traceMessages.causes}>
          <CauseList causes={trace.causes} withForms />
        </Section>
      )}
      <Section title={traceMessages.usedBy}>
        <UsedBy figures={trace.used_by} />
      </Section>
      <Section title={traceMessages.mentions}>
        <Mentions figure={trace.figure} mentions={mentions} />
      </Section>
      {Note !== undefined && (
        <Suspense fallback={null}>
          <Note figure={trace.figure} />
        </Suspense>
      )}
    </div>
  )
}

function Mentions({ figure, mentions }: { figure: string; mentions: FigureTrace['mentions'] }): ReactNode {
  const { id } = useCurrentRun()
  const OfDrafts = useContext(TraceMentions)
  if (OfDrafts === undefined) return <MentionList run={id} mentions={mentions} />
  return (
    <Suspense fallback={null}>
      <OfDrafts figure={figure} mentions={mentions} />
    </Suspense>
  )
}

/** The formula with its numbers; of a coefficient, deviation ÷ mean, since its formula is a single call. */
function Substituted({ trace }: { trace: Trace }): ReactNode {
  const quotient = useQuotient(trace.figure, trace.shown)
  return (
    <p className="formula formula-numbers">
      <span className="formula-label">{traceMessages.substituted}</span>
      {quotient ?? trace.substituted}
    </p>
  )
}

function Headline({ trace }: { trace: Trace }): ReactNode {
  const { standard } = trace
  const applies = [standard?.reason, standard?.transitional === true ? traceMessages.transitional : undefined]
  return (
    <header className="trace-head">
      <div className="muted">{trace.subject}</div>
      <h2>{trace.title}</h2>
      <div className="trace-value">
        <span className="trace-number">{trace.shown}</span>
        {trace.unit !== undefined && trace.exact !== undefined && <span className="trace-unit">{trace.unit}</span>}
        {trace.status === 'doubtful' && <DoubtTag />}
        {trace.state !== undefined && <Light state={trace.state} />}
        {trace.gap !== undefined && <span className="trace-gap">{trace.gap.text}</span>}
      </div>
      {trace.exact !== undefined && /\d/.test(trace.exact) && trace.exact !== trace.shown && (
        <div className="muted trace-exact">
          {traceMessages.exact}：{trace.exact}
        </div>
      )}
      {standard !== undefined && (
        <div>
          {traceMessages.standard}：{standard.text}
          {applies.filter(Boolean).length > 0 && (
            <span className="muted">（{applies.filter(Boolean).join('；')}）</span>
          )}
          {standard.basis !== undefined && (
            <span className="apart">
              <BasisLine basis={standard.basis} verified={standard.verified} />
            </span>
          )}
          {standard.evidence !== undefined && (
            <div className="muted">
              {traceMessages.standardEvidence}：{standard.evidence.join('；')}
            </div>
          )}
        </div>
      )}
    </header>
  )
}

function Section(props: { title: string; children: ReactNode }): ReactNode {
  return (
    <section className="trace-section">
      <h3>{props.title}</h3>
      {props.children}
    </section>
  )
}
