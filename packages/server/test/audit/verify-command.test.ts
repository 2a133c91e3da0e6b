import { createPublicKey, verify } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { VerifyReport } from '@eduduty/core/audit'
import { beforeAll, describe, expect, it } from 'vitest'
import { systemCaller } from '../../src/platform/ctx.ts'
import { openDatabase } from '../../src/platform/db/open-database.ts'
import { openInstallation } from '../../src/platform/installation.ts'
import { runInProcess } from '../harness/run-in-process.ts'
import { temporaryFolder } from '../harness/temporary-folder.ts'

const root = temporaryFolder()
const dataDir = join(root, 'data')
const keyFolder = join(root, 'data-keys')
const caller = systemCaller('测试', { county: '990101', path: '99/9901/990101/' })

async function add(count: number): Promise<void> {
  const { door, close } = await openInstallation({ dataDir }, join(keyFolder, 'keys.json'))
  try {
    for (let index = 0; index < count; index += 1)
      await door.record(caller, { action: 'platform.start', subject: `第 ${index} 次` })
  } finally {
    await close()
  }
}

async function tamper(...statements: readonly string[]): Promise<void> {
  const db = await openDatabase({ dataDir })
  try {
    for (const statement of statements) await db.run(statement)
  } finally {
    await db.close()
  }
}

const audit = (...argv: readonly string[]) => runInProcess(root, ['audit', ...argv])

beforeAll(() => add(20))

describe('eduduty audit verify', () => {
  it('says that nothing was changed, how much it looked at, and what it cannot prove', async () => {
    const answer = await audit('verify', '--data', 'data')
    expect(answer.code).toBe(0)
    expect(answer.out).toMatch(/已核验 1 条审计链、20 条记录；核对检查点 \d+ 个/)
    expect(answer.out).toMatch(/990101：20 条，.+最近检查点：第 20 条/)
    expect(answer.out).toContain('没有发现改动。')
    expect(answer.out).toContain('时间倒退不超过 600 秒的不算问题')
  })

  it('names county, number, time and kind in Chinese, and as one JSON document', async () => {
    cpSync(dataDir, join(root, 'kept'), { recursive: true })
    await tamper(
      `update audit_events set subject = 'x' where event_no = 7`,
      'delete from audit_events where event_no = 12',
    )
    const answer = await audit('verify', '--data', 'data')
    expect(answer.code).toBe(1)
    expect(answer.out).toMatch(/990101 第 7 条（\d{4}-\d\d-\d\d \d\d:\d\d:\d\d）：内容被改动/)
    expect(answer.out).toContain('990101 第 12 条')
    const json = await audit('verify', '--data', 'data', '--json')
    expect(json.code).toBe(1)
    const { ok, findings }: VerifyReport = JSON.parse(json.out)
    expect(ok).toBe(false)
    // On a slow machine event 12 may have a checkpoint of its own, which then disagrees as well.
    expect(findings.filter(({ kind, from }) => kind !== 'rewritten' || from !== 12)).toMatchObject([
      { county: '990101', kind: 'edited', from: 7 },
      { kind: 'deleted', from: 12, to: 12 },
    ])
    rmSync(dataDir, { recursive: true })
    cpSync(join(root, 'kept'), dataDir, { recursive: true })
  })

  it.each([
    ['without keys', ['verify', '--data', 'data', '--keys', 'none.json'], '密钥文件'],
    ['without a database', ['verify', '--data', 'nowhere', '--keys', 'data-keys/keys.json'], '没有履教通数据库'],
    [
      'with a checkpoint file that is not there',
      ['verify', '--data', 'data', '--checkpoints', 'none.jsonl'],
      '没有这个文件',
    ],
    ['with an unknown word', ['prove'], 'verify'],
  ])('is refused %s, and makes nothing', async (_, argv, reason) => {
    const answer = await audit(...argv)
    expect([answer.code, answer.out]).toEqual([2, ''])
    expect(answer.err).toContain(reason)
    expect(existsSync(join(root, 'none.json'))).toBe(false)
    expect(existsSync(join(root, 'nowhere'))).toBe(false)
  })

  it('prints the public key by which anybody can check a checkpoint', async () => {
    const answer = await audit('public-key', '--data', 'data')
    const text = readFileSync(join(keyFolder, 'audit-checkpoints.jsonl'), 'utf8').trim().split('\n').at(-1) ?? ''
    const { chain_id, county, no, mac, at, key_id, signature } = JSON.parse(text)
    const signed = JSON.stringify(['eduduty checkpoint', chain_id, county, String(no), mac, at, key_id])
    expect(verify(null, Buffer.from(signed), createPublicKey(answer.out), Buffer.from(signature, 'base64'))).toBe(true)
  })

  it('tells a restore from a theft: explained by its event, still said', async () => {
    mkdirSync(join(root, 'store'))
    expect((await runInProcess(root, ['db', 'backup', '--data', 'data', '--out', 'store/old.zip'])).code).toBe(0)
    const kept = await audit('verify', 'store/old.zip', '--keys', 'data-keys/keys.json')
    expect([kept.code, kept.err]).toEqual([0, '读取备份…\n核验审计链…\n'])
    await add(5)
    rmSync(dataDir, { recursive: true })
    const restored = await runInProcess(root, ['db', 'restore', 'store/old.zip', '--data', 'data'])
    expect([restored.code, restored.err]).toEqual([0, '恢复…\n'])
    await add(3)
    const answer = await audit('verify', '--data', 'data')
    expect(answer.out).toMatch(/需要说明：\n {2}990101 第 (?:\d+–)?25 条（.+）：从备份恢复过/)
    expect(answer.code).toBe(0)
    const unexplained = await audit('verify', 'store/old.zip', '--keys', 'data-keys/keys.json')
    expect(unexplained.out).toContain('数据库比检查点旧')
    expect(unexplained.code).toBe(1)
  })

  it('refuses the keys of another installation', async () => {
    writeFileSync(
      join(root, 'other.json'),
      JSON.stringify({ keys: [{ id: 'k1', created_at: '', secret: Buffer.alloc(32, 7).toString('base64') }] }),
    )
    const answer = await audit('verify', '--data', 'data', '--keys', 'other.json')
    expect([answer.code, answer.err]).toEqual([2, expect.stringContaining('不是一套')])
  })
})
