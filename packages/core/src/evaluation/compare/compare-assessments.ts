import type { Assessment, Figure } from '../assessment.ts'
import { type ChangeEntry, effectTurns, figureTurn, ratingTurns, turnedFirst, turnOf } from './change-entry.ts'

/** An evaluation as it is kept: the document, and its figures by id. */
export interface KeptAssessment {
  readonly document: Assessment
  readonly figures: ReadonlyMap<string, Figure>
}

/** An assessment with its figures, which the document of a stored run lacks. */
export const keptAssessment = (
  document: Assessment,
  figures: readonly Figure[] = document.figures,
): KeptAssessment => ({
  document,
  figures: new Map(figures.map((figure) => [figure.id, figure])),
})

/**
 * What the second says differently, what weighs most first: the verdict, grades, effects, sections, items, then figures
 * whose light changes, then other figures, in the order of the pack.
 */
export function compareAssessments(before: KeptAssessment, after: KeptAssessment): readonly ChangeEntry[] {
  return [...judgementChanges(before.document, after.document), ...turnedFirst(figureChanges(before, after))]
}

function judgementChanges(before: Assessment, after: Assessment): readonly ChangeEntry[] {
  const subject = after.run.county.name
  const titles = new Map(after.nodes.map(({ id, title }) => [id, title]))
  const sections = new Map(before.sections.map((section) => [section.id, section]))
  const items = new Map(
    before.sections.flatMap((section) => section.items.map((item) => [`${section.id} ${item.indicator}`, item])),
  )
  return [
    ...turnOf({ kind: 'verdict', title: after.verdict.title, subject }, before.verdict.state, after.verdict.state),
    ...ratingTurns(before.ratings ?? [], after.ratings ?? []),
    ...effectTurns(before.effects, after.effects, subject),
    ...after.sections.flatMap(({ id, title, state }) =>
      turnOf({ kind: 'section', title, subject }, sections.get(id)?.state, state),
    ),
    ...after.sections.flatMap((section) =>
      section.items.flatMap(({ indicator, state }) =>
        turnOf(
          { kind: 'item', title: titles.get(indicator) ?? indicator, subject, node: indicator },
          items.get(`${section.id} ${indicator}`)?.state,
          state,
        ),
      ),
    ),
  ]
}

function figureChanges(before: KeptAssessment, after: KeptAssessment): readonly ChangeEntry[] {
  const nodes = new Map(after.document.nodes.map((node) => [node.id, node]))
  const names = new Map(
    [...before.document.subjects, ...after.document.subjects].map((subject) => [subject.id, subject.name]),
  )
  const gone = [...before.figures.values()].filter(({ id }) => !after.figures.has(id))
  return [...after.figures.values(), ...gone].flatMap((figure) => {
    const node = nodes.get(figure.node)
    const about = {
      title: node?.title ?? figure.node,
      subject: names.get(figure.subject) ?? after.document.run.county.name,
      unit: node?.unit,
    }
    return figureTurn(about, before.figures.get(figure.id), after.figures.get(figure.id))
  })
}
