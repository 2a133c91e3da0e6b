import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkReport, type Reference, type ReportText } from '@eduduty/core/claims'
import { parseAddress } from '@eduduty/core/collection'
import { Mention } from '@eduduty/core/evaluation'
import { Type } from 'typebox'
import { Value } from 'typebox/value'
import { beforeAll, describe, expect, it } from 'vitest'
import { readReportFile, simplifyCharacter } from '../../src/claims/index.ts'
import { readReference } from '../../src/claims/read-reference.ts'
import { assessFolder } from '../../src/evaluation/index.ts'
import { startOutput } from '../../src/evaluation/output-folder.ts'
import { writeOutputs } from '../../src/evaluation/write-outputs.ts'
import { silentProgress } from '../../src/platform/progress.ts'
import { loadDemoPack, sharedDemo } from '../harness/shared-demo.ts'
import { temporaryFolder } from '../harness/temporary-folder.ts'

const NAME = '自评报告.docx'
const Mentions = Type.Object({ mentions: Type.Array(Mention) })
/** A digit is changed at every so manieth place. */
const EVERY = 5

let report: ReportText
let reference: Reference
let mentions: readonly Mention[]

beforeAll(async () => {
  const { folder } = await sharedDemo()
  const pack = await loadDemoPack()
  const assessed = await assessFolder({ folder, shownFolder: folder, pack, thisYear: 2025 }, silentProgress)
  const output = await startOutput(join(temporaryFolder(), 'out'), folder)
  await writeOutputs(assessed, folder, output.building, silentProgress)
  report = await readReportFile(join(output.building, NAME), NAME)
  reference = await readReference(output.building, 'out')
  mentions = Value.Parse(
    Mentions,
    JSON.parse(readFileSync(join(output.building, 'trace.json'), 'utf8')),
  ).mentions.filter(({ document }) => document === NAME)
  await output.discard()
})

describe("the demo county's own report held against its evaluation", () => {
  it('has nothing wrong or doubtful, and is equal wherever the evaluation knows a number', () => {
    const { findings, against } = checkReport(report, simplifyCharacter, { reference })
    expect(findings).toEqual([])
    expect(against?.matched).toBeGreaterThan(150)
    expect(against?.equal).toBe(against?.matched)
  })

  it('keeps hardly one changed digit hidden of those that the evaluation printed', () => {
    const places = mentions.flatMap(digitsOf).filter((_, order) => order % EVERY === 0)
    expect(places.length).toBeGreaterThan(100)
    const hidden = places.filter((at) => !isFound(at))
    expect(hidden.length, hidden.map((at) => report.text.slice(at - 9, at + 5)).join('\n')).toBeLessThanOrEqual(
      places.length * 0.02,
    )
  })
})

/** Places of the digits that a mention printed, the number of a list left out. */
function digitsOf({ place, text }: Mention): readonly number[] {
  const listed = /^\d+\.(?!\d)/.exec(text)?.[0].length ?? 0
  const start = placeOf(place) ?? report.text.indexOf(text)
  return start < 0
    ? []
    : [...text.matchAll(/\d/g)]
        .map(({ index }) => index)
        .filter((at) => at >= listed)
        .map((at) => start + at)
}

/** Where the cell of a table begins that a place names as 表1!C3. */
function placeOf(place: string): number | undefined {
  const [, table, address = ''] = /^表(\d+)!(\w+)$/.exec(place) ?? []
  const at = parseAddress(address)
  const found = report.blocks.filter((block) => block.kind === 'table')[Number(table) - 1]
  return found?.cells.find(({ row, column }) => row === at?.row && column === at.column)?.start
}

function isFound(at: number): boolean {
  const digits = [...'123456789'].filter((digit) => digit !== report.text[at])
  const text = `${report.text.slice(0, at)}${digits[at % digits.length]}${report.text.slice(at + 1)}`
  return checkReport({ ...report, text }, simplifyCharacter, { reference }).findings.some(
    (one) => one.grade === 'wrong' && one.at.start <= at && one.at.end > at,
  )
}
