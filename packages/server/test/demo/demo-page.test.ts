import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { buildDemo, describeFaults } from '../../src/demo/index.ts'
import { loadDemoPack } from './demo-pack.ts'

it('docs/demo-county.md lists the faults where they really stand', async () => {
  const { pack } = await loadDemoPack()
  const { placements } = await buildDemo(pack.registers)
  const page = readFileSync(new URL('../../../../docs/demo-county.md', import.meta.url), 'utf8')
  expect(page).toContain(describeFaults(placements))
})
