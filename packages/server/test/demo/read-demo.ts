import { evaluateCounty, planPack } from '@eduduty/core/evaluation'
import { readFolder } from '../../src/collection/index.ts'
import { buildDemo } from '../../src/demo/index.ts'
import { writeDemoFiles } from '../../src/demo/write-demo-files.ts'
import { loadDemoPack } from './demo-pack.ts'

/** Writes the demo county, or one year of it, into `folder`, reads it back as a user's folder, and evaluates it. */
export async function readDemo(folder: string, options: { readonly late?: boolean; readonly year?: number } = {}) {
  const { pack, hash } = await loadDemoPack()
  const demo = await buildDemo(pack.registers, options)
  const chosen = demo.files.filter((file) => file.path.startsWith(`${options.year ?? ''}`))
  await writeDemoFiles(folder, chosen)
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
