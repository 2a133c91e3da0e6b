import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { buildDemo } from '../../src/demo/index.ts'
import { loadDemoPack, sharedDemo } from '../harness/shared-demo.ts'

afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

describe('bytes of the demo county', () => {
  it('are the same on another day, with other dice', async () => {
    const { folder, placements } = await sharedDemo()
    const { pack } = await loadDemoPack()
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2031-05-06T07:08:09Z') })
    vi.spyOn(Math, 'random').mockReturnValue(0.25)
    const again = await buildDemo(pack.registers)
    const written = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    expect(again.files.length).toBeGreaterThan(140)
    expect(written).toHaveLength(again.files.length)
    const different = again.files.filter((file) => !readFileSync(join(folder, file.path)).equals(file.bytes))
    expect(different.map((file) => file.path)).toEqual([])
    expect(again.placements).toEqual(placements)
  })
})
