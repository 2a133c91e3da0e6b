import type { Figure, NodeView, OwnResult, OwnRun, Subject } from '@eduduty/core/evaluation'

/** One figure of the unit with the words to read it. */
export interface OwnLine {
  readonly figure: Figure
  readonly node: NodeView
  readonly subject: Subject | undefined
}

/** Figures of one's own unit, those that are judged apart from what they are computed from. */
export function ownLines({ figures, nodes, subjects }: OwnResult): {
  readonly judged: readonly OwnLine[]
  readonly others: readonly OwnLine[]
} {
  const nodeOf = new Map(nodes.map((node) => [node.id, node]))
  const subjectOf = new Map(subjects.map((subject) => [subject.id, subject]))
  const lines = figures.flatMap((figure): OwnLine[] => {
    const node = nodeOf.get(figure.node)
    return node === undefined ? [] : [{ figure, node, subject: subjectOf.get(figure.subject) }]
  })
  const isJudged = ({ node }: OwnLine): boolean => node.kind === 'indicator'
  return { judged: lines.filter(isJudged), others: lines.filter((line) => !isJudged(line)) }
}

/** Judges something of the unit; others only compute with its numbers. */
export const isJudging = ({ met, unmet, undecided }: Pick<OwnRun, 'met' | 'unmet' | 'undecided'>): boolean =>
  met + unmet + undecided > 0

/** Unmet, undecided, or failed: what there is still something to do about. */
export const isOpen = ({ figure: { state } }: OwnLine): boolean =>
  state === 'unmet' || state === 'undecided' || state === 'error'
