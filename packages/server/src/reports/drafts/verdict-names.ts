import { countName } from '@eduduty/core/documents'
import { type Assessment, COUNTY } from '@eduduty/core/evaluation'

/** A count of a run, as it is offered to writers. */
export interface VerdictName {
  readonly group: 'verdict' | 'judged'
  readonly title: string
  readonly unit: string
  /** The name under which a number is bound to it. */
  readonly formula: string
}

const WHOLE: readonly VerdictName[] = [
  { group: 'verdict', title: '达标项数', unit: '项', formula: '达标项数' },
  { group: 'verdict', title: '未达标项数', unit: '项', formula: '未达标项数' },
  { group: 'verdict', title: '待定项数', unit: '项', formula: '待定项数' },
]

const COUNTY_ONLY: readonly VerdictName[] = [
  { group: 'verdict', title: '未报的报表份数', unit: '份', formula: '未报份数' },
]

/** Of an indicator that is judged at many: how many are judged, and how many of them are what. */
const OF_MANY = [
  { word: '应评', count: '应评数' },
  { word: '达标', count: '达标数' },
  { word: '未达标', count: '未达标数' },
  { word: '待定', count: '待定数' },
] as const

/** Counts that a report may hold: of the whole verdict, and for the county of each indicator judged at its units. */
export function verdictNames(
  { sections, nodes, subjects }: Assessment,
  { grain }: { readonly grain: string; readonly subject: string },
): readonly VerdictName[] {
  if (grain !== COUNTY) return WHOLE
  const items = sections.flatMap((section) => section.items)
  const ofUnits = new Set(subjects.filter(({ unit }) => unit !== undefined).map((one) => one.grain))
  const many = items.filter(({ indicator }) => ofUnits.has(nodes.find(({ id }) => id === indicator)?.grain ?? ''))
  return [
    ...WHOLE,
    ...COUNTY_ONLY,
    ...many.flatMap(({ indicator }) => {
      const title = nodes.find(({ id }) => id === indicator)?.title ?? indicator
      return OF_MANY.map(({ word, count }) => ({
        group: 'judged' as const,
        title: `${title}：${word}个数`,
        unit: '个',
        formula: countName(count, indicator),
      }))
    }),
  ]
}
