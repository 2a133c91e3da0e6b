import type { Figure } from '@eduduty/core/evaluation'
import { splitFigureId } from '../run/run-index.ts'

/** Figures laid out by what tells them apart: one line for each subject, one column for each node, or the other way round. */
export interface FigureMatrix {
  readonly lines: readonly string[]
  readonly columns: readonly string[]
  /** What the lines are: subjects, unless all figures are of one. */
  readonly linesAre: 'subject' | 'node'
  readonly idAt: (line: string, column: string) => string | undefined
}

export function figureMatrix(ids: readonly string[]): FigureMatrix {
  const parts = ids.map(splitFigureId)
  const subjects = [...new Set(parts.map((part) => part.subject))]
  const nodes = [...new Set(parts.map((part) => part.node))]
  const known = new Set(ids)
  const linesAre = subjects.length === 1 && nodes.length > 1 ? 'node' : 'subject'
  const idAt = (line: string, column: string) => {
    const id = linesAre === 'subject' ? `${column}@${line}` : `${line}@${column}`
    return known.has(id) ? id : undefined
  }
  return linesAre === 'subject'
    ? { lines: subjects, columns: nodes, linesAre, idAt }
    : { lines: nodes, columns: subjects, linesAre, idAt }
}

/** The request that brings these figures, and few others. */
export function matrixFilter(ids: readonly string[]): { node: string[]; subject?: string[] } {
  const parts = ids.map(splitFigureId)
  const node = [...new Set(parts.map((part) => part.node))]
  const subject = [...new Set(parts.map((part) => part.subject))]
  return subject.length <= MOST_ASKED ? { node, subject } : { node }
}

/** Subjects named in one address; beyond this all of a node are asked for. */
const MOST_ASKED = 60

export function byId(figures: readonly Figure[] | undefined): ReadonlyMap<string, Figure> {
  return new Map((figures ?? []).map((figure) => [figure.id, figure]))
}
