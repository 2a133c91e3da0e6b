import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { checkReport, paragraphsOf } from '@eduduty/core/claims'
import type { ReportModel } from '@eduduty/core/documents'
import { describe, expect, it, test } from 'vitest'
import { simplifyCharacter } from '../../src/claims/index.ts'
import { countyIn, linesOf, loadPack, reportsOf, STATES } from './report-states.ts'

const folders = readdirSync(fileURLToPath(new URL('../../../../packs/', import.meta.url)))
const packs = (await Promise.all(folders.map(loadPack))).filter(({ reports }) => (reports ?? []).length > 0)

const check = (report: ReportModel) => checkReport(paragraphsOf(linesOf(report).join('\n')), simplifyCharacter)

/** What the checker of reports, which knows nothing of the run, calls wrong in a report that the run wrote. */
const calledWrong = (report: ReportModel): readonly string[] =>
  check(report)
    .findings.filter(({ grade }) => grade === 'wrong')
    .map(({ computation, sentence }) => `${report.file} ${computation}：${sentence}`)

test('packs with reports are found', () => {
  expect(packs.length).toBeGreaterThan(0)
})

describe.each(packs)('$id', (pack) => {
  it('writes reports in which numbers are read where all data are there', () => {
    const read = reportsOf(countyIn(pack, 'full')).flatMap(({ report }) => check(report).claims)
    expect(read.length).toBeGreaterThan(0)
  })

  it.each(STATES)('writes reports whose numbers pass the check of reports: %s', (state) => {
    const wrong = reportsOf(countyIn(pack, state)).flatMap(({ report }) => calledWrong(report))
    expect([...new Set(wrong)]).toEqual([])
  })
})
