import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { choosePort } from '../../src/cli/free-port.ts'
import { runModule } from '../harness/child-program.ts'
import { temporaryFolder } from '../harness/temporary-folder.ts'

const folder = temporaryFolder()
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

describe('eduduty serve', () => {
  it('tells its address, answers, and ends cleanly on a signal', async () => {
    const child = runModule(
      folder,
      `process.argv = ['node', 'eduduty', 'serve', '--port', '0', '--data', ${JSON.stringify(join(folder, 'data'))}]
       const { runProgram } = await import(dist + 'cli/main.js')
       await runProgram()`,
    )
    const said = await child.lines.next()
    const address = /http:\/\/127\.0\.0\.1:\d+\//.exec(String(said.value))?.[0] ?? ''
    const answer = await fetch(`${address}api/health`)
    expect(await answer.json()).toMatchObject({ database: { kind: 'embedded', durability: true } })
    expect(existsSync(join(folder, 'data/eduduty.lock'))).toBe(true)
    child.process.kill('SIGTERM')
    expect(await child.ended, child.errors()).toBe(0)
    expect(existsSync(join(folder, 'data/eduduty.lock'))).toBe(false)
  })

  it('refuses a taken port that was asked for, and finds a free one otherwise', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const address = other.address()
    const taken = typeof address === 'object' && address !== null ? address.port : 0
    await expect(choosePort(taken, '127.0.0.1')).rejects.toThrow(`端口 ${taken} 已被其他程序占用`)
    other.close()
    const free = await choosePort(undefined, '127.0.0.1')
    const probe = createServer().listen(free, '127.0.0.1')
    await once(probe, 'listening')
    expect(await choosePort(undefined, '127.0.0.1')).toBeGreaterThan(free)
    probe.close()
  })
})
