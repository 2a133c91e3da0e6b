import { type Catalogue, excusedNeedStates, needStateTitles } from '@eduduty/core/archive'
import { needStates } from '../archive-search.ts'
import { archiveMessages } from '../messages.ts'

/** What can be made of a catalogue: the last part of its address, and the ending of the file. */
export const outputKinds = [
  { kind: 'missing', ending: 'xlsx', verb: 'archive.read' },
  { kind: 'labels', ending: 'docx', verb: 'archive.read' },
  { kind: 'volume', ending: 'docx', verb: 'archive.read' },
  { kind: 'bound', ending: 'pdf', verb: 'archive.plan' },
  { kind: 'dossier', ending: 'zip', verb: 'archive.plan' },
] as const

export type OutputKind = (typeof outputKinds)[number]['kind']

export interface Completeness {
  readonly ready: number
  /** Without those that are not needed. */
  readonly needed: number
  /** How many lack, in words; empty when nothing does. */
  readonly lacking: string
}

/** How whole a file made now would be. */
export function completenessOf(counts: Catalogue['counts']): Completeness {
  const { ready } = counts
  const open = needStates.filter((state) => state !== 'ready' && !excusedNeedStates.has(state) && counts[state] > 0)
  return {
    ready,
    needed: ready + open.reduce((sum, state) => sum + counts[state], 0),
    lacking: open.map((state) => archiveMessages.outputs.lacking(needStateTitles[state], counts[state])).join('、'),
  }
}
