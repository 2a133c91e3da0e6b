import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { describeFaults } from '../../src/demo/index.ts'
import { sharedDemo } from '../harness/shared-demo.ts'

it('docs/demo-county.md lists the faults where they really stand', async () => {
  const { placements } = await sharedDemo()
  const page = readFileSync(new URL('../../../../docs/demo-county.md', import.meta.url), 'utf8')
  expect(page).toContain(describeFaults(placements))
})
