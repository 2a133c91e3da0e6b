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

/** A layout for a year, and whether it is an earlier year's, of which nobody has said that it still holds. */
export interface ChosenLayout {
  readonly layout: FullLayout
  readonly isBorrowed: boolean
}

/**
 * The layout of a year: its own, else the newest earlier one that somebody has checked, for figures are found by their
 * labels. Undefined: all that are known came later, or nobody has checked them.
 */
export function chooseLayout(known: readonly FullLayout[], year: number | undefined): ChosenLayout | undefined {
  const own = known.find((layout) => year === undefined || holdsIn(layout, year))
  if (own !== undefined || year === undefined) return own && { layout: own, isBorrowed: false }
  const [newest] = known
    .filter((layout) => layout.since < year && !layout.isUnverified)
    .toSorted((left, right) => right.since - left.since)
  return newest && { layout: newest, isBorrowed: true }
}

/** Figures that are read: those whose source somebody has seen. */
export function readFigures(sheet: StatisticsSheet): readonly StatisticsFigure[] {
  return (sheet.figures ?? []).filter((figure) => figure.verified?.grade !== 'U')
}

export const spellings = (labels: string | readonly string[]): readonly string[] =>
  typeof labels === 'string' ? [labels] : labels
