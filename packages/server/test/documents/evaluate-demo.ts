import { join } from 'node:path'
import { evaluateCounty, planPack } from '@eduduty/core/evaluation'
import { readFolder } from '../../src/collection/index.ts'
import { loadDemoPack, sharedDemo } from '../harness/shared-demo.ts'

/** The demo county of its newest year, read from files and evaluated, without the years before. */
export async function evaluateDemo() {
  const { pack, hash } = await loadDemoPack()
  const folder = join((await sharedDemo()).folder, '2025')
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
