import { COUNTY, type CountyFacade, type NodeView } from '@eduduty/core/evaluation'
import type { ReportFigure } from '@eduduty/core/reports'
import type { DraftRow } from './draft-row.ts'

const MOST = 40

/** Figures of the report's subject and of the county whose title holds the words, the subject's own first. */
export function findFigures(
  source: CountyFacade,
  { grain, subject, subject_name: name }: Pick<DraftRow, 'grain' | 'subject' | 'subject_name'>,
  words: string,
): readonly ReportFigure[] {
  const assessment = source.assessment()
  const nodes = new Map(assessment.nodes.map((node) => [node.id, node]))
  const places = new Map([
    [COUNTY, assessment.run.county.name],
    [subject, name],
  ])
  const asked = words.trim()
  const found = assessment.figures.flatMap((figure): readonly (ReportFigure & { readonly own: boolean })[] => {
    const node = nodes.get(figure.node)
    const place = places.get(figure.subject)
    if (node === undefined || place === undefined || !isThere(node, figure.subject, { grain, subject })) return []
    if (!node.title.includes(asked) || !/\d/.test(figure.shown)) return []
    const bound = { grain: node.grain, subject: figure.subject, formula: node.title }
    const own = figure.subject === subject
    return [{ title: node.title, subject_name: place, shown: figure.shown, bound, own }]
  })
  return (
    found
      .toSorted((one, other) => Number(other.own) - Number(one.own))
      // A title that cannot stand in a formula cannot be bound.
      .filter(({ bound }) => source.evaluateAt(bound.grain, bound.subject, bound.formula).problems.length === 0)
      .slice(0, MOST)
      .map(({ own: _, ...figure }) => figure)
  )
}

/** Ids of subjects are told apart by their grain only. */
const isThere = (node: NodeView, at: string, own: { readonly grain: string; readonly subject: string }): boolean =>
  node.grain === COUNTY ? at === COUNTY : node.grain === own.grain && at === own.subject
