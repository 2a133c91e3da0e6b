import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { areaPath } from '@eduduty/core/organizations'
import { townshipPack } from '../../../core/test/evaluation/rated-townships.ts'
import { assessFolder } from '../../src/evaluation/index.ts'
import { storeRun } from '../../src/evaluation/store-run.ts'
import { writeOutputs } from '../../src/evaluation/write-outputs.ts'
import { installMissingTables, readPack } from '../../src/packs/index.ts'
import { systemCaller } from '../../src/platform/ctx.ts'
import type { Database } from '../../src/platform/db/database.ts'
import type { Door } from '../../src/platform/door.ts'
import { silentProgress } from '../../src/platform/progress.ts'
import { testKeyring } from '../harness/doors.ts'

const headings = '代码,名称,巩固数,走访数,签订数,有园,园数,安全事故,弄虚作假,危房使用'

/** Codes of the two townships of a county, as its rows and its tree have them. */
export const townshipCodes = (county: string): readonly [string, string] => [`${county}101`, `${county}102`]

/**
 * An evaluation of two townships, stored as a folder's is. 石桥: 巩固 97 of 100 (48.5 points), 走访 7 (中, 10), 签订 1 (20),
 * no nursery (does not apply): 78.5 of 90, scaled up 87.2, 良好. 柳林: all 100.
 */
export async function storeTownshipRun(db: Database, door: Door, county: string, accident = '否'): Promise<string> {
  const root = mkdtempSync(join(tmpdir(), 'eduduty-appraisal-'))
  try {
    const [data, packFolder, output] = ['data', 'pack', 'out'].map((name) => {
      mkdirSync(join(root, name))
      return join(root, name)
    })
    if (data === undefined || packFolder === undefined || output === undefined) throw new Error('no folders')
    writeFileSync(join(packFolder, 'pack.yaml'), JSON.stringify(townshipPack))
    const [first, second] = townshipCodes(county)
    const rows = [`${first},石桥镇,97,7,1,否,,${accident},否,否`, `${second},柳林镇,100,10,1,是,1,否,否,否`]
    writeFileSync(join(data, '考核.csv'), ['2025年考核表', headings, ...rows, ''].join('\n'))
    const { loaded: pack, problems } = await readPack(packFolder, root)
    if (pack === undefined) throw new Error(problems.map(({ message }) => message).join('\n'))
    const request = { folder: data, shownFolder: data, pack, thisYear: 2025, countyCode: county }
    const assessed = await assessFolder(request, silentProgress)
    const outputs = await writeOutputs(assessed, undefined, output, silentProgress)
    const tables = await installMissingTables(db, pack.pack)
    const path = areaPath(county)
    const caller = systemCaller('测试', { scopes: [path], county, path })
    await door.write(caller, (ctx) =>
      storeRun(ctx, { pack, assessed, outputs, folder: output, tables, keyring: testKeyring() }),
    )
    return assessed.county.assessment().run.id
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
}
