import type { Assessment, Figure, RatingView } from '@eduduty/core/evaluation'
import type { Insertable } from 'kysely'
import type { OpenedRun } from '../../evaluation/index.ts'
import type { Tables } from '../../platform/db/schema.generated.ts'
import type { LevelPoints } from './level-points.ts'
import type { RatedUnit } from './rated-run.ts'

interface ItemsOf {
  readonly run: OpenedRun
  readonly rating: RatingView
  readonly unit: RatedUnit
  readonly figures: ReadonlyMap<string, Figure>
  readonly points: LevelPoints
}

type NewItem = Omit<Insertable<Tables['appraisal_items']>, 'county_code' | 'appraisal_id' | 'org_path'>

/** The items of a rating at one unit with what was computed, as an appraisal keeps them. */
export function itemRows({ run, unit, figures, points }: ItemsOf): readonly NewItem[] {
  const { assessment, pack } = run
  const sections = new Map(assessment.sections.map(({ id, title }) => [id, title]))
  const asked = evidenceOf(assessment)
  return unit.subject.items.map(({ indicator, section, full, points: given }, at) => {
    const node = assessment.nodes.find(({ id }) => id === indicator)
    const figure = figures.get(indicator)
    const levels =
      pack
        .plan()
        .node(indicator)
        ?.levels?.map(({ title }) => title) ?? []
    return {
      item: indicator,
      item_no: at + 1,
      no: node?.no ?? '',
      title: node?.title ?? indicator,
      wording: node?.wording ?? '',
      section,
      section_title: sections.get(section) ?? section,
      full_points: full,
      levels,
      level_points: levels.length === 0 ? [] : [...(points.get(`${indicator}@${unit.subject.subject}`) ?? [])],
      figure_id: `${indicator}@${unit.subject.subject}`,
      standard: figure?.standard?.text ?? '',
      basis: basisText(node?.basis),
      is_unverified: node?.verified?.grade === 'U',
      ...asked.get(indicator),
      is_idle: figure?.state === 'not_applicable',
      computed_shown: shownOf(figure, node?.unit),
      computed_points: given.value ?? null,
      computed_level: figure?.level ?? null,
    }
  })
}

function evidenceOf({ sections }: Assessment) {
  return new Map(
    sections.flatMap(({ items }) =>
      items.map(({ indicator, evidence, responsible }) => [
        indicator,
        { evidence_asked: evidence.map(({ title }) => title), responsible },
      ]),
    ),
  )
}

function shownOf(figure: Figure | undefined, unit: string | undefined): string {
  if (figure === undefined) return '未报'
  return unit === undefined || !/\d$/.test(figure.shown) ? figure.shown : `${figure.shown} ${unit}`
}

function basisText(basis: { document: string; article?: string } | undefined): string {
  return basis === undefined ? '' : [basis.document, basis.article ?? ''].filter((part) => part !== '').join(' ')
}
