import type { StatisticsFigure, StatisticsLayout, StatisticsSheet } from '../../packs/index.ts'

/** A layout with everything it takes from another one. */
export interface FullLayout {
  readonly id: string
  readonly title: string
  readonly since: number
  readonly until: number | undefined
  readonly school: { readonly code: readonly string[]; readonly name: readonly string[] }
  readonly rowHeading: readonly string[]
  readonly sheets: readonly StatisticsSheet[]
  /** Nobody has seen where this comes from: its sheets are recognised and never read. */
  readonly isUnverified: boolean
}

const ROW_HEADING = ['指标名称', '指标', '项目名称', '项目'] as const

/** Puts into each layout what it takes from the one it is like. Layouts are checked before: `findStatisticsFaults`. */
export function completeLayouts(layouts: readonly StatisticsLayout[]): readonly FullLayout[] {
  return layouts.map((layout) => {
    const base = layouts.find(({ id }) => id === layout.like)
    const own = new Map((layout.sheets ?? []).map((sheet) => [sheet.id, sheet]))
    const inherited = (base?.sheets ?? []).filter(({ id }) => !own.has(id))
    return {
      id: layout.id,
      title: layout.title,
      since: layout.since,
      until: layout.until,
      school: layout.school ?? base?.school ?? { code: [], name: [] },
      rowHeading: layout.row_heading ?? base?.row_heading ?? ROW_HEADING,
      sheets: [...inherited, ...own.values()],
      isUnverified: layout.verified.grade === 'U',
    }
  })
}

export function holdsIn(layout: FullLayout, year: number): boolean {
  return layout.since <= year && year <= (layout.until ?? year)
}

/** Figures that are read: those whose source somebody has seen. */
export function readFigures(sheet: StatisticsSheet): readonly StatisticsFigure[] {
  return (sheet.figures ?? []).filter((figure) => figure.verified?.grade !== 'U')
}

export const spellings = (labels: string | readonly string[]): readonly string[] =>
  typeof labels === 'string' ? [labels] : labels
