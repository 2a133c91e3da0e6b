import type { NodeView, State, Subject } from '@eduduty/core/evaluation'
import { useQuery } from '@tanstack/react-query'
import { useCurrentRun } from '../../platform/run/current-run.tsx'
import { figuresQuery } from '../../platform/run/queries.ts'
import type { RunIndex } from '../../platform/run/run-index.ts'
import type { WhatIfSearch } from '../search.ts'

/** The figure whose inputs are shown, with all whom its indicator is about: those who fail it first. */
export interface Target {
  readonly node: NodeView
  readonly subject: string
  readonly subjects: readonly { readonly subject: Subject; readonly state: State | undefined }[]
}

const order: readonly (State | undefined)[] = ['unmet', 'undecided', 'error', 'met', 'not_applicable', undefined]

/** What the address names, else the first item that is not met and has a number, and its first subject that fails. */
export function useTarget(search: WhatIfSearch): Target | undefined {
  const { id: run, index } = useCurrentRun()
  const node = findNode(index, search.node)
  const figures = useQuery({ ...figuresQuery(run, { node: [node?.id ?? ''] }), enabled: node !== undefined })
  if (node === undefined) return undefined
  const states = new Map((figures.data ?? []).map(({ subject, state }) => [subject, state]))
  const subjects = subjectsOf(index.assessment.subjects, node)
    .map((subject) => ({ subject, state: states.get(subject.id) }))
    .toSorted((a, b) => order.indexOf(a.state) - order.indexOf(b.state))
  const own = subjects.find(({ subject }) => subject.id === search.subject) ?? subjects[0]
  return own && { node, subject: own.subject.id, subjects }
}

function findNode(index: RunIndex, wanted: string | undefined): NodeView | undefined {
  const { sections, nodes } = index.assessment
  const items = sections.flatMap((section) => section.items)
  const numbers = items.filter(({ indicator }) => index.nodes.get(indicator)?.standard !== undefined)
  const open = numbers.find(({ state }) => state === 'unmet') ?? numbers[0] ?? items[0]
  return (
    index.nodes.get(wanted ?? '') ??
    index.nodes.get(open?.indicator ?? '') ??
    nodes.find(({ kind }) => kind === 'indicator')
  )
}

export function subjectsOf(subjects: readonly Subject[], { grain }: NodeView): readonly Subject[] {
  return subjects.filter((subject) => subject.grain === grain && subject.included)
}
