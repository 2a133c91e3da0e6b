import { evaluateCounty, planPack } from '@eduduty/core/evaluation'
import { readFolder } from '../../src/collection/index.ts'
import { buildDemo } from '../../src/demo/index.ts'
import { writeDemoFiles } from '../../src/demo/write-demo-files.ts'
import { readPack } from '../../src/packs/index.ts'

/** The demo county of its newest year, read from files and evaluated, without the years before. */
export async function evaluateDemo(folder: string) {
  const { loaded } = await readPack('quality-balance-2017', '/')
  if (loaded === undefined) throw new Error('no pack')
  const { pack, hash } = loaded
  const demo = await buildDemo(pack.registers)
  await writeDemoFiles(
    folder,
    demo.files.filter(({ path }) => path.startsWith('2025/')),
  )
  const { rows, findings } = await readFolder(folder, { registers: pack.registers, codes: pack.codes ?? [] })
  return evaluateCounty({
    plan: planPack(pack),
    rows,
    findings,
    packHash: hash,
    snapshot: '',
    runId: 'demo',
    program: 'test',
  })
}
