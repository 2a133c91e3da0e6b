import type { Assessment, Figure, State } from './assessment.ts'

/** One thing that two evaluations of the same pack and year say differently. */
export interface AssessmentChange {
  readonly kind: 'verdict' | 'section' | 'item' | 'figure'
  readonly title: string
  /** Whom it is about; the county's name for the whole county. */
  readonly subject: string
  /** As readers see it: value and unit, or the light in words. */
  readonly before: string
  readonly after: string
  readonly state_before?: State
  readonly state_after?: State
}

/** An evaluation as it is kept: the document, and its figures by id. */
export interface KeptAssessment {
  readonly document: Assessment
  readonly figures: ReadonlyMap<string, Figure>
}

const lights: Readonly<Record<State, string>> = {
  met: '达标',
  unmet: '未达标',
  undecided: '待定',
  not_applicable: '不适用',
  error: '错误',
}

/**
 * What the second says differently, what weighs most first: the verdict, sections, items, then figures whose light
 * changes, then other figures, in the order of the pack.
 */
export function compareAssessments(before: KeptAssessment, after: KeptAssessment): readonly AssessmentChange[] {
  const figures = figureChanges(before, after)
  const turned = figures.filter(({ state_before, state_after }) => state_before !== state_after)
  const others = figures.filter(({ state_before, state_after }) => state_before === state_after)
  return [...judgementChanges(before.document, after.document), ...turned, ...others]
}

function judgementChanges(before: Assessment, after: Assessment): readonly AssessmentChange[] {
  const subject = after.run.county.name
  const titles = new Map(after.nodes.map(({ id, title }) => [id, title]))
  const sections = new Map(before.sections.map((section) => [section.id, section]))
  const items = new Map(
    before.sections.flatMap((section) => section.items.map((item) => [`${section.id} ${item.indicator}`, item])),
  )
  return [
    ...turn('verdict', { title: after.verdict.title, subject }, before.verdict.state, after.verdict.state),
    ...after.sections.flatMap(({ id, title, state }) =>
      turn('section', { title, subject }, sections.get(id)?.state, state),
    ),
    ...after.sections.flatMap((section) =>
      section.items.flatMap(({ indicator, state }) =>
        turn(
          'item',
          { title: titles.get(indicator) ?? indicator, subject },
          items.get(`${section.id} ${indicator}`)?.state,
          state,
        ),
      ),
    ),
  ]
}

function turn(
  kind: AssessmentChange['kind'],
  about: Pick<AssessmentChange, 'title' | 'subject'>,
  before: State | undefined,
  after: State,
): readonly AssessmentChange[] {
  if (before === undefined || before === after) return []
  const words = { before: lights[before], after: lights[after] }
  return [{ kind, ...about, ...words, state_before: before, state_after: after }]
}

function figureChanges(before: KeptAssessment, after: KeptAssessment): readonly AssessmentChange[] {
  const nodes = new Map(after.document.nodes.map((node) => [node.id, node]))
  const names = new Map(
    [...before.document.subjects, ...after.document.subjects].map((subject) => [subject.id, subject.name]),
  )
  const gone = [...before.figures.values()].filter(({ id }) => !after.figures.has(id))
  return [...after.figures.values(), ...gone].flatMap((figure) => {
    const [was, now] = [before.figures.get(figure.id), after.figures.get(figure.id)]
    if (was?.value === now?.value && was?.status === now?.status && was?.state === now?.state) return []
    const node = nodes.get(figure.node)
    return [
      {
        kind: 'figure' as const,
        title: node?.title ?? figure.node,
        subject: names.get(figure.subject) ?? after.document.run.county.name,
        before: shownWith(was, node?.unit),
        after: shownWith(now, node?.unit),
        ...(was?.state !== undefined && { state_before: was.state }),
        ...(now?.state !== undefined && { state_after: now.state }),
      },
    ]
  })
}

function shownWith(figure: Figure | undefined, unit: string | undefined): string {
  if (figure === undefined) return '无此对象'
  return figure.value === undefined || unit === undefined ? figure.shown : `${figure.shown} ${unit}`
}
