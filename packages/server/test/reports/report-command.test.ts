import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import type { RunKey } from '../../src/evaluation/index.ts'
import { type ReportOrder, writeFromRun } from '../../src/reports/command/write-from-run.ts'
import { keepRun } from '../evaluation/kept-run.ts'
import { goodSchools, writeSmallFolder } from '../evaluation/small-folder.ts'
import { systemIn, testCounty, testDoor, testPath } from '../harness/doors.ts'
import { memoryDatabase } from '../harness/memory-database.ts'
import { runInProcess } from '../harness/run-in-process.ts'
import { temporaryFolder } from '../harness/temporary-folder.ts'

const root = temporaryFolder()
let key: RunKey

beforeAll(async () => {
  writeSmallFolder(root, [...goodSchools, { code: '1003', name: '南小', pupils: '100', books: '1990' }])
  key = { county: testCounty, run: await keepRun(root, '2026-02-01T00:00:00Z') }
})

const write = async (order: ReportOrder) =>
  testDoor(await memoryDatabase()).read(systemIn(testPath), ({ db }) => writeFromRun(db, key, order))

const report: ReportOrder = { format: 'docx', outline: 'default_report', unit: undefined }

describe('eduduty report', () => {
  it.each([report, { format: 'pptx' }, { format: 'briefing' }] as const satisfies readonly ReportOrder[])(
    'writes the same $format of the same run, byte for byte',
    async (order) => {
      const [one, two] = [await write(order), await write(order)]
      expect(Buffer.from(one.content.slice(0, 2)).toString()).toBe('PK')
      expect(Buffer.compare(one.content, two.content)).toBe(0)
    },
  )

  it('refuses a report or a unit that the run does not have', async () => {
    await expect(write({ ...report, outline: 'nothing' })).rejects.toMatchObject({ code: 'reports.outline_not_found' })
    await expect(write({ ...report, unit: '没有的学校' })).rejects.toMatchObject({ code: 'reports.subject_not_found' })
  })

  it('writes a file of a run that the main job kept, and refuses what does not go together', async () => {
    const mixed = await runInProcess(root, ['report', 'latest', '--format', 'pptx', '--unit', '1001'])
    expect(mixed).toMatchObject({ code: 2, err: expect.stringContaining('只用于 docx') })
    await runInProcess(root, ['assess', 'data', '--pack', 'pack', '--out', 'out', '--data', 'db'])
    const asked = ['--data', 'db', '--outline', 'default_report', '--unit', '云岭县', '--out', '报告.docx']
    const done = await runInProcess(root, ['report', 'latest', ...asked])
    expect(done).toMatchObject({ code: 0, out: expect.stringContaining('报告.docx') })
    expect(readFileSync(join(root, '报告.docx')).subarray(0, 2).toString()).toBe('PK')
  })
})
