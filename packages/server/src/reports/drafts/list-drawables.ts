import { type DocumentSubject, type FigureSource, unitsOfFigure } from '@eduduty/core/documents'
import type { ReportDrawables } from '@eduduty/core/reports'
import { initialsOf } from '../../platform/initials.ts'

/** Figures of an evaluation that have numbers at several units of whom a report is about. */
export function listDrawables(source: FigureSource, about: DocumentSubject): ReportDrawables {
  const { nodes, figures } = source.assessment()
  const numbered = new Set(figures.filter(({ shown }) => /\d/.test(shown)).map(({ node }) => node))
  const counts = new Map<string, number>()
  const countAt = (node: (typeof nodes)[number]): number => {
    const known = counts.get(node.grain) ?? unitsOfFigure(source, node, about).length
    counts.set(node.grain, known)
    return known
  }
  const drawables = nodes.flatMap((node) => {
    const units = numbered.has(node.id) ? countAt(node) : 0
    if (units < 2) return []
    const grain = source.pack.grains?.find(({ id }) => id === node.grain)?.title ?? node.grain
    return [{ node: node.id, title: node.title, initials: initialsOf(node.title), grain_title: grain, units }]
  })
  return { drawables }
}
