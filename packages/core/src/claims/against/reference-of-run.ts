import type { Assessment } from '../../evaluation/index.ts'
import { fromJson } from '../../formula/index.ts'
import type { KnownMentions } from './known-mentions.ts'
import type { KnownQuantity, Reference } from './known-quantity.ts'

type Known = Pick<Assessment, 'run' | 'nodes' | 'subjects' | 'figures' | 'history'>

/**
 * The figures of a run under the names that its pack gives them; `said` is what its documents say, `about` whose
 * report is held against them.
 */
export function referenceOfRun(assessment: Known, said: KnownMentions, about?: string): Reference {
  const nodes = new Map(assessment.nodes.map((node) => [node.id, node]))
  const subjects = new Map(assessment.subjects.map((subject) => [subject.id, subject]))
  const years = [
    { year: assessment.run.year, figures: assessment.figures },
    ...assessment.history.map(({ year, figures }) => ({ year, figures })),
  ]
  const quantities = years.flatMap(({ year, figures }) =>
    figures.flatMap((figure): readonly KnownQuantity[] => {
      const node = nodes.get(figure.node)
      const subject = subjects.get(figure.subject)
      const value = figure.status === 'known' && figure.value !== undefined ? fromJson(figure.value) : undefined
      if (node?.unit === undefined || subject === undefined || value === undefined) return []
      const isCounty = subject.id === 'county'
      const isStage = Object.keys(subject.dimensions).join() === 'stage'
      const own = { figure: figure.id, title: node.title, unit: node.unit, value, shown: figure.shown, year, isStage }
      return [{ ...own, subject: isCounty ? undefined : subject.name }]
    }),
  )
  return { year: assessment.run.year, ...said, quantities, ...(about !== undefined && { about }) }
}
