import { AppError } from '../../errors/app-error.ts'
import type { Queries } from '../database.ts'

const oldestVersion = 150_000

/** What a server should be set to, and what follows where it is not. `durable`: without it acknowledged writes can be lost. */
const wishes = [
  { name: 'fsync', good: ['on'], durable: true, otherwise: '断电会损坏数据库' },
  { name: 'full_page_writes', good: ['on'], durable: true, otherwise: '断电会损坏数据页' },
  {
    name: 'synchronous_commit',
    good: ['on', 'local', 'remote_write', 'remote_apply'],
    durable: true,
    otherwise: '断电会丢失已确认的内容',
  },
  { name: 'data_checksums', good: ['on'], durable: false, otherwise: '磁盘悄悄写坏时发现不了' },
  { name: 'wal_level', good: ['replica', 'logical'], durable: false, otherwise: '不能归档，也不能建备机' },
  { name: 'archive_mode', good: ['on', 'always'], durable: false, otherwise: '不能恢复到任意时刻' },
  { name: 'password_encryption', good: ['scram-sha-256'], durable: false, otherwise: '口令存得太弱' },
] as const

export interface ServerSetting {
  readonly name: string
  readonly value: string
  /** Chinese; absent where the value is as it should be. */
  readonly remark?: string
}

export interface ServerSettings {
  /** True when acknowledged writes survive a power cut. */
  readonly durability: boolean
  readonly version: string
  readonly settings: readonly ServerSetting[]
}

/** Reads the settings that decide what a fault costs. Errors: `database.too_old`. */
export async function readServerSettings(queries: Queries): Promise<ServerSettings> {
  const rows = await queries.run<{ name: string; value: string }>(
    `select name, current_setting(name) as value from pg_settings
     where name = any ($1::text[]) or name in ('server_version', 'server_version_num')`,
    [wishes.map((wish) => wish.name)],
  )
  const values = new Map(rows.map((row) => [row.name, row.value]))
  const version = values.get('server_version') ?? ''
  if (Number(values.get('server_version_num')) < oldestVersion) throw new AppError('database.too_old', { version })
  const judged = wishes.map(({ name, good, durable, otherwise }) => {
    const value = values.get(name) ?? ''
    const fine = good.some((wanted) => wanted === value)
    return { durable, fine, setting: { name, value, ...(!fine && { remark: otherwise }) } }
  })
  return {
    durability: judged.every(({ durable, fine }) => fine || !durable),
    version,
    settings: judged.map(({ setting }) => setting),
  }
}
