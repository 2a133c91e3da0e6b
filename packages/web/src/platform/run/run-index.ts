import type { Assessment, NodeView, Subject } from '@eduduty/core/evaluation'

/** Look-ups over the summary of a run. Nothing of a pack is known here: titles and dimensions come with the data. */
export interface RunIndex {
  readonly assessment: Assessment
  readonly nodes: ReadonlyMap<string, NodeView>
  readonly subjects: ReadonlyMap<string, Subject>
  readonly registerTitles: ReadonlyMap<string, string>
  readonly grainTitles: ReadonlyMap<string, string>
  /** Title of a column by `register column`. */
  readonly columnTitles: ReadonlyMap<string, string>
}

export function indexRun(assessment: Assessment): RunIndex {
  const { registers = [] } = assessment
  return {
    assessment,
    nodes: new Map(assessment.nodes.map((node) => [node.id, node])),
    subjects: new Map(assessment.subjects.map((subject) => [subject.id, subject])),
    registerTitles: new Map([
      ...assessment.coverage.registers.map((register) => [register.register, register.title] as const),
      ...registers.map((register) => [register.id, register.title] as const),
    ]),
    grainTitles: new Map((assessment.grains ?? []).map((grain) => [grain.id, grain.title])),
    columnTitles: new Map(
      registers.flatMap((register) =>
        register.columns.map((column) => [`${register.id} ${column.id}`, column.title] as const),
      ),
    ),
  }
}

/** The two halves of a figure id `node@subject`. */
export function splitFigureId(id: string): { node: string; subject: string } {
  const at = id.indexOf('@')
  return at < 0 ? { node: id, subject: '' } : { node: id.slice(0, at), subject: id.slice(at + 1) }
}

export interface FigureName {
  readonly title: string
  readonly subject: string
  readonly unit: string | undefined
}

/** What a figure is called before its trace is loaded. */
export function nameFigure(index: RunIndex, id: string): FigureName {
  const { node, subject } = splitFigureId(id)
  const view = index.nodes.get(node)
  const about = index.subjects.get(subject)
  return {
    title: view?.title ?? node,
    subject: about === undefined ? subject : subjectLabel(about),
    unit: unitOf(view),
  }
}

/** Unit as printed in a heading; per cent stands in for a missing unit. */
export function unitOf(node: NodeView | undefined): string | undefined {
  return node?.percent === true ? '%' : node?.unit
}

/** Name with the values of the dimensions that the name does not say: 某某学校（小学）. */
export function subjectLabel(subject: Subject): string {
  const rest = otherDimensions(subject).filter((value) => !subject.name.includes(value))
  return rest.length === 0 ? subject.name : `${subject.name}（${rest.join('、')}）`
}

/** Values of the dimensions other than the reporting unit: a stage, a year group. */
export function otherDimensions(subject: Subject): string[] {
  return Object.values(subject.dimensions).filter((value) => value !== subject.unit)
}
