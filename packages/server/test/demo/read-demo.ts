import { evaluateCounty, planPack } from '@eduduty/core/evaluation'
import { readFolder } from '../../src/collection/index.ts'
import { loadDemoPack } from '../harness/shared-demo.ts'

/** Reads a folder of the demo county as a user's folder, and evaluates it. */
export async function readDemo(folder: string) {
  const { pack, hash } = await loadDemoPack()
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
  return { read, assessment }
}
