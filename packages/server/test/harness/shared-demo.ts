import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { inject } from 'vitest'
import { buildDemo, type DemoCounty } from '../../src/demo/index.ts'
import { writeDemoFiles } from '../../src/demo/write-demo-files.ts'
import { readPack } from '../../src/packs/index.ts'

export interface SharedDemo {
  /** The demo county with its three years; not to be written to. */
  readonly folder: string
  readonly placements: DemoCounty['placements']
}

/** The shipped pack that the demo county is drawn from. */
export async function loadDemoPack() {
  const reading = await readPack('quality-balance-2017', '/')
  if (reading.loaded === undefined) throw new Error(reading.problems.map((problem) => problem.message).join('\n'))
  return reading.loaded
}

/** The demo county on disk: the first test file that asks makes it, the others of the run read it. */
export async function sharedDemo(): Promise<SharedDemo> {
  const [folder, draft, list] = ['demo', 'demo-draft', 'placements.json'].map((name) => join(inject('shared'), name))
  if (folder === undefined || draft === undefined || list === undefined) throw new Error('no shared folder')
  if (isFirst(draft)) {
    const { files, placements } = await buildDemo((await loadDemoPack()).pack.registers)
    await writeDemoFiles(draft, files)
    writeFileSync(list, JSON.stringify(placements))
    renameSync(draft, folder)
  }
  while (!existsSync(folder)) await wait(100)
  return { folder, placements: JSON.parse(readFileSync(list, 'utf8')) }
}

/** Making a folder succeeds for one process only; the maker renames it when it is whole. */
function isFirst(draft: string): boolean {
  try {
    mkdirSync(join(inject('shared'), 'demo-begun'))
    mkdirSync(draft)
    return true
  } catch {
    return false
  }
}
