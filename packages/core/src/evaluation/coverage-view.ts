import type { Assessment } from './assessment.ts'
import { type DataRow, joinKey } from './dataset.ts'
import type { Evaluation } from './evaluation.ts'
import { expectationOf, isFreedOfAll } from './expectation.ts'

export type RegisterCoverage = Assessment['coverage']['registers'][number]

/** How many reporters each register expected, how many reported, and who is missing. Registers of units are left out. */
export function coverageViews(evaluation: Evaluation): RegisterCoverage[] {
  const views: RegisterCoverage[] = []
  for (const table of evaluation.data.allTables()) {
    const { id, title } = table.register
    if (evaluation.plan.grains.some((grain) => grain.from === id)) continue
    const expectation = expectationOf(evaluation, table)
    if (expectation === undefined) {
      const name = evaluation.options.countyName
      const reported = table.rows.some(isUsable) ? 1 : 0
      const expected = reported === 0 && isFreedOfAll(evaluation, table) ? 0 : 1
      views.push({
        register: id,
        title,
        expected,
        reported,
        missing: reported === expected ? [] : [{ unit: evaluation.options.occasion.countyCode, name }],
      })
      continue
    }
    const present = table.groupBy(expectation.dimensions)
    const absent = expectation.subjects.filter(
      (subject) => present.get(joinKey(subject.values))?.some(isUsable) !== true,
    )
    const missing = absent.map((subject) => ({
      unit: subject.unit === '' ? subject.id : subject.unit,
      name: [subject.name, ...subject.values.filter((value) => value !== subject.unit)].join('·'),
    }))
    views.push({
      register: id,
      title,
      expected: expectation.subjects.length,
      reported: expectation.subjects.length - absent.length,
      missing,
    })
  }
  return views
}

/** A row that was refused as a whole reports nothing. */
const isUsable = (row: DataRow): boolean => row.source.refused?.row === undefined
