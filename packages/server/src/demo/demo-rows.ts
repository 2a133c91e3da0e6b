import type { AnswerRow } from './answers.ts'
import { type DemoYear, isOpen, schools } from './county.ts'
import { countyRows } from './county-answers.ts'
import { rosterRows } from './roster-answers.ts'
import { rosterCounty } from './rosters/build-rosters.ts'
import { schoolRows } from './school-answers.ts'
import { type SchoolFigures, schoolFigures } from './school-figures.ts'

export interface DemoRows {
  /** Only the smallest school of each kind: a county that is quick to evaluate. */
  readonly smallest?: boolean
}

/** Every register of a year of the demo county, forms and rosters, before anyone makes a mistake. */
export function demoRows(year: DemoYear, { smallest = false }: DemoRows = {}): AnswerRow[] {
  const figures = figuresOf(year)
  const chosen = smallest ? smallestOfEachKind(figures) : figures
  const codes = new Set(chosen.map(({ school }) => school.code))
  const county = countyRows(year, chosen)
  const others = new Set(figures.map(({ school }) => school.code))
  return [
    ...rosterRows(year).filter((row) => codes.has(row.unit) || !others.has(row.unit)),
    ...county,
    ...chosen.flatMap(schoolRows),
    ...rosterCounty(year, chosen, county),
  ]
}

/** The schools of a year that have a primary or junior stage. */
export function figuresOf(year: DemoYear): SchoolFigures[] {
  return schools
    .filter((school) => isOpen(school, year))
    .map((school) => schoolFigures(school, year))
    .filter((one) => one.stages.length > 0)
}

function smallestOfEachKind(figures: readonly SchoolFigures[]): SchoolFigures[] {
  const least = new Map<string, string>()
  const sizeOf = ({ school }: SchoolFigures): number =>
    (school.primary?.classes ?? 0) * (school.primary?.size ?? 0) +
    (school.junior?.classes ?? 0) * (school.junior?.size ?? 0)
  for (const one of figures.toSorted((a, b) => sizeOf(a) - sizeOf(b)))
    if (!least.has(one.school.kind)) least.set(one.school.kind, one.school.code)
  return figures.filter(({ school }) => least.get(school.kind) === school.code)
}
