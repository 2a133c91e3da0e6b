import { createHash } from 'node:crypto'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { buildDemo } from '../../src/demo/index.ts'
import { loadDemoPack } from './demo-pack.ts'

afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

async function fingerprints(): Promise<ReadonlyMap<string, string>> {
  const { pack } = await loadDemoPack()
  const { files } = await buildDemo(pack.registers)
  return new Map(files.map((file) => [file.path, createHash('sha256').update(file.bytes).digest('hex')]))
}

describe('bytes of the demo county', () => {
  it('are the same on another day, with other dice', async () => {
    const first = await fingerprints()
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2031-05-06T07:08:09Z') })
    vi.spyOn(Math, 'random').mockReturnValue(0.25)
    const second = await fingerprints()
    expect([...second]).toEqual([...first])
    expect(first.size).toBeGreaterThan(140)
  })
})
