import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { assessFolder } from '../../src/evaluation/index.ts'
import { readPack } from '../../src/packs/index.ts'
import { silentProgress } from '../../src/platform/progress.ts'
import { writeSmallFolder } from '../evaluation/small-folder.ts'
import type { SeedUnit } from './world-plan.ts'

/** An assessment that keeps its contract, with the canary of the unit as the title of its pack. */
export async function makeAssessment(): Promise<(unit: SeedUnit) => string> {
  const root = mkdtempSync(join(tmpdir(), 'eduduty-access-'))
  try {
    const { data } = writeSmallFolder(root)
    const pack = (await readPack(join(root, 'pack'), root)).loaded
    if (pack === undefined) throw new Error('the pack of the test is wrong')
    const { county } = await assessFolder({ folder: data, shownFolder: data, pack, thisYear: 2025 }, silentProgress)
    const text = JSON.stringify(county.assessment())
    return (unit) => text.replaceAll('图书标准', unit.canary)
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
}
