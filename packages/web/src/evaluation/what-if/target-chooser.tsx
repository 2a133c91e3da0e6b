import type { NodeView, State } from '@eduduty/core/evaluation'
import { Select } from 'antd'
import { type ReactNode, useMemo } from 'react'
import { platformMessages } from '../../platform/messages/messages.ts'
import { useCurrentRun } from '../../platform/run/current-run.tsx'
import { type RunIndex, subjectLabel } from '../../platform/run/run-index.ts'
import { whatIfMessages as says } from './messages.ts'
import { subjectsOf, type Target } from './use-target.ts'

/** Which figure is tried out: an indicator, and whose. */
export function TargetChooser(props: {
  readonly target: Target
  readonly onChoose: (chosen: { readonly node: string; readonly subject?: string | undefined }) => void
}): ReactNode {
  const { index } = useCurrentRun()
  const { target, onChoose } = props
  const options = useMemo(() => indicatorOptions(index), [index])
  return (
    <div className="what-if-target">
      <div>
        <span>{says.indicator}</span>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          value={target.node.id}
          options={options}
          aria-label={says.indicator}
          onChange={(id) => {
            const chosen = index.nodes.get(id)
            const own = chosen === undefined ? [] : subjectsOf(index.assessment.subjects, chosen)
            onChoose({ node: id, subject: own.find((one) => one.id === target.subject)?.id })
          }}
        />
      </div>
      {target.subjects.length > 1 && (
        <div>
          <span>{says.subject}</span>
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            value={target.subject}
            placeholder={says.chooseSubject}
            aria-label={says.subject}
            options={target.subjects.map(({ subject, state }) => ({
              value: subject.id,
              label: `${subjectLabel(subject)}${stateWord(state)}`,
            }))}
            onChange={(subject) => onChoose({ node: target.node.id, subject })}
          />
        </div>
      )}
    </div>
  )
}

/** Those who fail say so in the list. */
const stateWord = (state: State | undefined): string =>
  state === undefined || state === 'met' ? '' : ` · ${platformMessages.state[state]}`

/** Indicators by section, then what stands in no section. */
function indicatorOptions(index: RunIndex) {
  const { sections, nodes } = index.assessment
  const option = (node: NodeView) => ({
    value: node.id,
    label: node.no === undefined ? node.title : `${node.no} ${node.title}`,
  })
  const placed = new Set(sections.flatMap(({ items }) => items.map(({ indicator }) => indicator)))
  const others = nodes.filter(({ id }) => !placed.has(id))
  const groups = sections.map(({ title, items }) => ({
    label: title,
    options: items.flatMap(({ indicator }) => {
      const node = index.nodes.get(indicator)
      return node === undefined ? [] : [option(node)]
    }),
  }))
  return others.length === 0 ? groups : [...groups, { label: says.otherFigures, options: others.map(option) }]
}
