import { countName } from '@eduduty/core/documents'
import { type Assessment, COUNTY } from '@eduduty/core/evaluation'

/** A count of a run, as it is offered to writers. */
export interface VerdictName {
  readonly title: string
  readonly unit: string
  /** The name under which a number is bound to it. */
  readonly formula: string
}

const WHOLE: readonly VerdictName[] = [
  { title: '达标项数', unit: '项', formula: '达标项数' },
  { title: '未达标项数', unit: '项', formula: '未达标项数' },
  { title: '待定项数', unit: '项', formula: '待定项数' },
]

const COUNTY_ONLY: readonly VerdictName[] = [{ title: '未报的报表份数', unit: '份', formula: '未报份数' }]

/** Of an indicator that is judged at many: how many are judged, and how many of them are what. */
const OF_MANY = [
  { word: '应评', count: '应评数' },
  { word: '达标', count: '达标数' },
  { word: '未达标', count: '未达标数' },
  { word: '待定', count: '待定数' },
] as const

/** Counts that a report may hold: of the whole verdict, and for the county of each indicator judged at several. */
export function verdictNames(
  { sections, nodes }: Assessment,
  { grain }: { readonly grain: string; readonly subject: string },
): readonly VerdictName[] {
  if (grain !== COUNTY) return WHOLE
  const items = sections.flatMap((section) => section.items)
  const many = items.filter(({ counts }) => Object.values(counts).reduce((sum, count) => sum + count, 0) > 1)
  return [
    ...WHOLE,
    ...COUNTY_ONLY,
    ...many.flatMap(({ indicator }) => {
      const title = nodes.find(({ id }) => id === indicator)?.title ?? indicator
      return OF_MANY.map(({ word, count }) => ({
        title: `${title}：${word}个数`,
        unit: '个',
        formula: countName(count, indicator),
      }))
    }),
  ]
}
