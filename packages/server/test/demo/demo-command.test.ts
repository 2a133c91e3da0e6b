import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { runCommandLine } from '../../src/cli/run-command-line.ts'
import { temporaryFolder } from '../harness/temporary-folder.ts'

function ioIn(cwd: string) {
  const out: string[] = []
  const err: string[] = []
  const io = {
    stdout: { write: (text: string) => out.push(text) },
    stderr: { write: (text: string) => err.push(text) },
    cwd,
    isTerminal: false,
    env: {},
  }
  return { io, out: () => out.join(''), err: () => err.join('') }
}

describe('eduduty demo', () => {
  it('writes the county; again, puts an edited file back and leaves one of yours alone, saying that it will be read', async () => {
    const run = ioIn(temporaryFolder())
    expect(await runCommandLine(['demo', '--out', '县'], run.io)).toBe(0)
    expect(run.out()).toContain('澄湖县')
    const place = join(run.io.cwd, '县/2025')
    const edited = join(place, '县级数据/学校名册.xlsx')
    const original = readFileSync(edited)
    writeFileSync(edited, 'edited')
    writeFileSync(join(place, 'mine.csv'), 'x')
    const again = ioIn(run.io.cwd)
    expect(await runCommandLine(['demo', '--out', '县'], again.io)).toBe(0)
    expect(readFileSync(edited).equals(original)).toBe(true)
    expect(readFileSync(join(place, 'mine.csv'), 'utf8')).toBe('x')
    expect(again.out()).toContain('1 个已有文件内容不同')
    expect(again.out()).toContain('2025/mine.csv')
  })

  it('does not write into a folder that holds other things', async () => {
    const run = ioIn(temporaryFolder())
    mkdirSync(join(run.io.cwd, 'mine'))
    writeFileSync(join(run.io.cwd, 'mine/重要.txt'), 'x')
    expect(await runCommandLine(['demo', '--out', 'mine'], run.io)).toBe(2)
    expect(run.err()).toContain('重要.txt')
  })

  it('explains itself when called wrongly', async () => {
    const run = ioIn(temporaryFolder())
    expect(await runCommandLine(['demo', '--where', 'x'], run.io)).toBe(2)
    expect(run.err()).toContain('--where')
    expect(run.err()).toContain('eduduty demo')
  })
})
