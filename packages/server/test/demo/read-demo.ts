import { evaluateCounty, planPack } from '@eduduty/core/evaluation'
import { readFolder } from '../../src/collection/index.ts'
import { buildDemo } from '../../src/demo/index.ts'
import { writeDemoFiles } from '../../src/demo/write-demo-files.ts'
import { loadDemoPack } from './demo-pack.ts'

/** Writes the demo county into `folder`, reads it back as a user's folder, and evaluates it. */
export async function readDemo(folder: string) {
  const { pack, hash } = await loadDemoPack()
  const demo = await buildDemo(pack.registers)
  await writeDemoFiles(folder, demo.files)
  const read = await readFolder(folder, { registers: pack.registers, codes: pack.codes ?? [] })
  const assessment = evaluateCounty({
    plan: planPack(pack),
    rows: read.rows,
    findings: read.findings,
    packHash: hash,
    snapshot: '',
    runId: 'demo',
    program: 'test',
  }).assessment()
  return { demo, read, assessment }
}
