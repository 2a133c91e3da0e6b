import type { ItemView, NodeView } from '@eduduty/core/evaluation'
import type { ReactNode } from 'react'
import { useCurrentRun } from '../../platform/run/current-run.tsx'
import { SidePanel } from '../../platform/shell/side-panel.tsx'
import { BasisLine } from '../../platform/theme/basis.tsx'
import { Light } from '../../platform/theme/light.tsx'
import { CauseList } from '../../platform/trace/cause-list.tsx'
import { evaluationMessages } from '../messages.ts'
import { byStage } from '../standard-line.ts'
import { ItemSubjects } from './item-subjects.tsx'

/** Everything about one item: wording, formula, standard, grounds, evidence, and each subject's figure. */
export function ItemPanel(props: { indicator: string; close: () => void }): ReactNode {
  const { index } = useCurrentRun()
  const node = index.nodes.get(props.indicator)
  const item = index.assessment.sections
    .flatMap((section) => section.items)
    .find((one) => one.indicator === props.indicator)
  if (node === undefined) return null
  return (
    <SidePanel
      close={props.close}
      title={
        <>
          {node.no} {node.title} {item !== undefined && <Light state={item.state} />}
        </>
      }
    >
      <Facts node={node} item={item} />
      {item !== undefined && item.deciding.length > 0 && (
        <section className="panel-section">
          <h3>{evaluationMessages.item.deciding}</h3>
          <CauseList causes={item.deciding} withForms />
        </section>
      )}
      {item !== undefined && item.evidence.length > 0 && <Evidence item={item} />}
      <ItemSubjects node={node} />
    </SidePanel>
  )
}

function Facts(props: { node: NodeView; item: ItemView | undefined }): ReactNode {
  const { node, item } = props
  const says = evaluationMessages.item
  const facts: { label: string; value: ReactNode }[] = [
    ...(node.wording === undefined ? [] : [{ label: says.wording, value: node.wording }]),
    { label: says.formula, value: <Staged texts={node.formula} formula /> },
    ...(node.standard === undefined ? [] : [{ label: says.standard, value: <Staged texts={node.standard} formula /> }]),
    { label: says.basis, value: <BasisLine basis={node.basis} verified={node.verified} /> },
    ...(item === undefined || item.responsible.length === 0
      ? []
      : [{ label: says.responsible, value: item.responsible.join('、') }]),
    ...(item?.grounds === undefined ? [] : [{ label: says.grounds, value: item.grounds }]),
    ...(item?.gap === undefined ? [] : [{ label: says.gap, value: <strong>{item.gap.text}</strong> }]),
  ]
  return (
    <dl className="facts">
      {facts.map((fact) => (
        <div key={fact.label}>
          <dt>{fact.label}</dt>
          <dd>{fact.value}</dd>
        </div>
      ))}
    </dl>
  )
}

function Staged(props: { texts: Record<string, string>; formula?: boolean }): ReactNode {
  const { index } = useCurrentRun()
  return byStage(index, props.texts).map(([stage, text]) => (
    <div key={stage} className={props.formula === true ? 'formula-inline' : undefined}>
      {stage !== '' && <span className="muted before">{stage}</span>}
      {text}
    </div>
  ))
}

/** What has to be at hand to prove it, and whether it is. */
export function Evidence({ item }: { item: ItemView }): ReactNode {
  const says = evaluationMessages.item
  return (
    <section className="panel-section">
      <h3>{says.evidence}</h3>
      <ul className="evidence">
        {item.evidence.map((one) => (
          <li key={one.id}>
            <Light state={one.given ? 'met' : 'undecided'} word={one.given ? says.given : says.lacking} /> {one.title}
          </li>
        ))}
      </ul>
    </section>
  )
}
