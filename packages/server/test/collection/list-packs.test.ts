import { expect, it } from 'vitest'
import { listPacks } from '../../src/collection/periods/list-packs.ts'

it('only packs by which something can be filled in are offered for a period', async () => {
  const offered = (await listPacks()).packs.map((one) => one.pack_id)
  expect(offered).toContain('quality-balance-2017')
  expect(offered).not.toContain('education-duties')
  expect(offered).not.toContain('working-days')
})
