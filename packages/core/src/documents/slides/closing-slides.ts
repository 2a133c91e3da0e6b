import type { Assessment, ItemView } from '../../evaluation/index.ts'
import type { Slide } from './slide-model.ts'

/** Points on one slide. */
const POINTS = 5

/**
 * The end of a deck: what is short, and who has to do what about it, unless the report has such sections itself. Nothing
 * but figures of the run.
 */
export function closingSlides(assessment: Assessment, headings: readonly string[]): readonly Slide[] {
  const items = assessment.sections.flatMap((section) => section.items)
  const short = items.filter(({ state }) => state === 'unmet' || state === 'error')
  const open = items.filter(({ state }) => state === 'undecided')
  const titleOf = (item: ItemView): string =>
    assessment.nodes.find(({ id }) => id === item.indicator)?.title ?? item.indicator
  const problems = short.map((item) => `${titleOf(item)}未达标${extent(item)}`)
  const steps = [
    ...short.map((item) => `${whoOf(item)}${titleOf(item)}：${item.gap?.text ?? '整改到位'}`),
    ...owing(open),
  ]
  return [
    ...slideOf(
      headings,
      /问题|不足|未达标/u,
      '存在的主要问题',
      problems.length === 0 ? ['没有未达标的事项'] : problems,
    ),
    ...slideOf(headings, /下一步|措施|整改/u, '下一步工作', steps.length === 0 ? ['巩固成果，按期复核数据'] : steps),
  ]
}

const extent = ({ counts, gap }: ItemView): string => {
  const all = counts.met + counts.unmet + counts.undecided + counts.error
  const share = all > 1 ? `（${counts.unmet}/${all}个）` : ''
  return `${share}${gap === undefined ? '' : `，${gap.text}`}`
}

const whoOf = ({ responsible }: ItemView): string => (responsible.length === 0 ? '' : `${responsible[0]}牵头，`)

/** Whose data would decide what is open, in one sentence. */
function owing(open: readonly ItemView[]): readonly string[] {
  const units = new Set(open.flatMap(({ deciding }) => deciding.flatMap(({ unit_name: name }) => name ?? [])))
  if (units.size === 0) return []
  return [
    `请${[...units].slice(0, 3).join('、')}${units.size > 3 ? `等${units.size}个单位` : ''}补报数据，认定${open.length}项待定事项`,
  ]
}

function slideOf(
  headings: readonly string[],
  told: RegExp,
  heading: string,
  points: readonly string[],
): readonly Slide[] {
  if (headings.some((one) => told.test(one))) return []
  const shown = points.slice(0, POINTS)
  const rest = points.length > POINTS ? `；其余${points.length - POINTS}项见报告` : ''
  const last = shown.at(-1)
  return [
    {
      kind: 'points',
      heading,
      points: last === undefined ? [] : [...shown.slice(0, -1), `${last}${rest}`],
      notes: points.join('\n'),
    },
  ]
}
