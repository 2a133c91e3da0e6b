import { join } from 'node:path'
import { expect, it, vi } from 'vitest'
import { setUp } from '../../src/identity/sign-in/set-up.ts'
import { systemCaller } from '../../src/platform/ctx.ts'
import { type Installation, openInstallation } from '../../src/platform/installation.ts'
import { runInProcess } from '../harness/run-in-process.ts'
import { temporaryFolder } from '../harness/temporary-folder.ts'

const base = temporaryFolder()
vi.setConfig({ testTimeout: 120_000 })

const open = (): Promise<Installation> =>
  openInstallation({ dataDir: join(base, 'data') }, join(base, 'data-keys/keys.json'))

it('gives an administrator a one-time code that needs nobody else, and leaves an event with the reason', async () => {
  const installation = await open()
  await installation.door.write(systemCaller('首次设置'), (ctx) =>
    setUp(
      ctx,
      {
        secret: '',
        county_code: '990101',
        government: '云岭县人民政府',
        department: '县电子政务中心',
        apart: true,
        system_admin: { name: '严子默', login_name: 'xitong' },
        security_admin: { name: '方思齐', login_name: 'anquan' },
        second_security_admin: { name: '魏明远', login_name: 'fuhe' },
        auditor: { name: '韩静之', login_name: 'shenji' },
      },
      installation.keyring,
    ),
  )
  await installation.close()

  const run = (...argv: readonly string[]) => runInProcess(base, ['account', ...argv])
  const [none, unknown, reasonless] = [
    await run('list'),
    await run('code', 'nobody', '--reason', '忘记口令'),
    await run('code', 'anquan'),
  ]
  expect([none.code, unknown.code, reasonless.code]).toEqual([2, 2, 2])
  expect(unknown.err).toContain('没有找到这个登录名')
  expect(reasonless.err).toContain('--reason')
  const given = await run('code', 'anquan', '--reason', '忘记口令，没有别的管理员')
  expect(given.code, given.err).toBe(0)
  expect(given.out).toMatch(/登录名 anquan 的一次性启用码：([2-9A-Z]{5}-){3}[2-9A-Z]{5}/)

  const again = await open()
  const accounts = await again.db.run(
    `select secret_confirmed_by as by from identity_accounts where login_name = 'anquan'`,
  )
  const events = await again.db.run<{ detail: string }>(
    `select actor_name, subject, reason from audit_events where action = 'identity.issue_secret' and county_code = '990101' order by event_no desc limit 1`,
  )
  await again.close()
  expect(accounts).toEqual([{ by: 'command_line' }])
  expect(events).toEqual([{ actor_name: '系统', subject: '方思齐 anquan', reason: '忘记口令，没有别的管理员' }])
})
