import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { commands } from '../../src/cli/commands.ts'
import { runInProcess } from '../harness/run-in-process.ts'
import { temporaryFolder } from '../harness/temporary-folder.ts'

const folder = temporaryFolder()
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })
const run = (...argv: string[]) => runInProcess(folder, argv)

describe('the command line', () => {
  it('explains itself in Chinese', async () => {
    const { code, out } = await run()
    expect(code).toBe(0)
    for (const command of commands) expect(out).toContain(`  ${command.name}`)
    expect(await run('--help')).toMatchObject({ code: 0, out })
    expect((await run('db', '--help')).out).toContain('eduduty db backup')
  })

  it('tells its version', async () => {
    const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'))
    expect(await run('--version')).toEqual({ code: 0, out: `${version}\n`, err: '' })
  })

  it.each([
    [['bogus'], '没有“bogus”这个命令'],
    [['db'], '请说明要做什么'],
    [['db', 'bogus'], '没有 db bogus 这个操作'],
    [['db', 'status', '--bogus'], '不认识的选项 --bogus'],
    [['db', 'status', '--data'], '选项 --data 缺少值'],
    [['db', 'distribute'], '尚未提供'],
    [['db', 'status', '--data', 'nowhere'], 'nowhere 中没有履教通数据库'],
    [['db', 'backup'], '--out'],
    [['db', 'verify', 'absent.zip'], '无法读取 absent.zip'],
    [['db', 'move', '--to', 'mysql://x'], 'postgres://'],
    [['serve', '--port', 'abc'], '端口 abc 不对'],
    [['serve', '--tls-cert', 'cert.pem'], '要一起给出'],
  ])('refuses %j with exit code 2 and a sentence', async (argv, says) => {
    const { code, out, err } = await run(...argv)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain(says)
    expect(err).not.toMatch(/\n\s+at /)
  })

  it('says where a path leads through a file, and why nothing is written there', async () => {
    const { code, err } = await run('demo', '--out', `${import.meta.filename}/县`)
    expect(code).toBe(2)
    expect(err).toContain('路径中有一段不是文件夹')
  })

  it('answers --json with one document, also when it refuses', async () => {
    const { code, out } = await run('db', 'status', '--json', '--data', 'nowhere')
    expect(code).toBe(2)
    expect(JSON.parse(out)).toMatchObject({ error: { code: 'database.not_created' } })
  })

  it('says where the database is unreachable instead of a stack', async () => {
    const answer = await runInProcess(folder, ['db', 'status'], { DATABASE_URL: 'postgres://x:secret@127.0.0.1:1/x' })
    expect(answer.code).toBe(2)
    expect(answer.err).toContain('连接不上数据库服务器')
    expect(answer.err).not.toContain('secret')
  })

  it('backs up, verifies and restores', async () => {
    const { openEmbedded } = await import('../../src/platform/db/embedded/open-embedded.ts')
    const database = await openEmbedded(join(folder, 'county'))
    await database.run(
      `insert into packs_installed (pack_id, version, content_hash, title, content) values ('own', '1.0.0', 'h', '甲', '{}')`,
    )
    await database.close()
    expect(await run('db', 'backup', '--data', 'county', '--out', 'b.zip')).toMatchObject({ code: 0 })
    expect((await run('db', 'backup', '--data', 'county', '--out', 'b.zip')).err).toContain('不会覆盖')
    expect((await run('db', 'verify', 'b.zip')).out).toContain('1 行')
    expect((await run('db', 'restore', 'b.zip', '--data', 'copy')).out).toContain('内容核对一致')
    expect((await run('db', 'restore', 'b.zip', '--data', 'copy')).err).toContain('不是空的')
    expect((await run('db', 'verify', '--data', 'copy')).out).toContain('没有发现问题')
    const status = await run('db', 'status', '--data', 'copy', '--json')
    expect(JSON.parse(status.out)).toMatchObject({ kind: 'embedded', durability: true, pending: [] })
    expect(existsSync(join(folder, 'copy/eduduty.lock'))).toBe(false)
  })
})
