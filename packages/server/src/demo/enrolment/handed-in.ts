import type { AnswerRow } from '../answers.ts'
import { judgedYear } from '../county.ts'
import { demoRows } from '../demo-rows.ts'
import { townshipArea } from '../staff/demo-areas.ts'
import { townshipUnit } from '../staff/demo-units.ts'
import { withCaseChildren } from './case-children.ts'
import { earlierCohorts } from './earlier-cohorts.ts'
import { withEnrolment } from './enrolment-rows.ts'

/** The townships whose rosters are there as a whole. */
export const townships = ['石桥镇', '南山乡'] as const

/** Who hands in the whole of a register; `township`: each its own. */
const offices = {
  child_register: 'township',
  township_basics: 'township',
  pupil_roster: 'D02',
  attendance_counts: 'D02',
  absence_roster: 'D02',
  transfers: 'D02',
  cohort_roster: 'D02',
  hardship_children: 'D14',
  disabled_children: 'D13',
  care_children: 'D12',
  deaths_and_moves: 'D09',
} as const

type Listed = keyof typeof offices
const registers: readonly string[] = Object.keys(offices)
const isListed = (register: string): register is Listed => registers.includes(register)

/** What one office hands in of one register: a file. */
export interface HandedIn {
  readonly register: string
  /** Id of the unit. */
  readonly office: string
  readonly year: number
  readonly rows: readonly AnswerRow[]
}

/**
 * The rosters of the two townships as their offices hand them in, planted children included; of the years before only the
 * classes that left.
 */
export function handedInRegisters(): readonly HandedIn[] {
  const own = ownRows()
  const cohorts = earlierCohorts((school) => townships.some((name) => school.startsWith(name)))
  const earlier = [...new Set(cohorts.map(({ year }) => year))].map((year) => ({
    register: 'cohort_roster',
    office: offices.cohort_roster,
    year,
    rows: cohorts.filter((row) => row.year === year),
  }))
  const judged = Object.entries(offices).flatMap(([register, office]): readonly HandedIn[] => {
    const rows = own.get(register) ?? []
    if (office !== 'township') return [{ register, office, year: judgedYear, rows }]
    return townships.map((name) => ({
      register,
      office: townshipUnit(name),
      year: judgedYear,
      rows: rows.filter(({ answers }) => answers.township_code === townshipArea(name)),
    }))
  })
  return [...earlier, ...judged]
}

/** Rows of the two townships, by register. */
function ownRows(): ReadonlyMap<string, readonly AnswerRow[]> {
  const codes = new Set<string>(townships.map(townshipArea))
  const found = new Map<string, AnswerRow[]>()
  for (const row of withCaseChildren(withEnrolment(demoRows(judgedYear), judgedYear))) {
    if (!isListed(row.register)) continue
    const { school_name, township_code, home_township } = row.answers
    const isOwn =
      codes.has(String(township_code ?? home_township)) ||
      townships.some((name) => String(school_name ?? '').startsWith(name))
    if (!isOwn) continue
    const known = found.get(row.register)
    if (known === undefined) found.set(row.register, [row])
    else known.push(row)
  }
  return found
}
