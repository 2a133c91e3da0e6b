import type { FirstBoot } from '../identity/index.ts'
import type { Database } from '../platform/db/database.ts'
import { readServerSettings } from '../platform/db/server/server-settings.ts'
import type { App } from '../platform/http/app-type.ts'
import { defaultPort } from './free-port.ts'

export interface Reach {
  /** Other computers can reach it. */
  readonly open: boolean
  readonly secure: boolean
  /** Requests come through a proxy that is named. */
  readonly proxied: boolean
  /** Present as long as nobody has an account. */
  readonly firstBoot: FirstBoot | undefined
}

/** What is said when the program has begun to answer: where, on what storage, and what to see to. */
export async function startMessage(
  app: App,
  db: Database,
  { open, secure, proxied, firstBoot }: Reach,
): Promise<string> {
  const address = app.addresses()[0]
  const bound = typeof address === 'object' ? address : { address: '127.0.0.1', family: 'IPv4', port: defaultPort }
  const host = bound.family === 'IPv6' ? `[${bound.address}]` : bound.address
  return [
    `履教通已启动：${secure ? 'https' : 'http'}://${host}:${bound.port}/`,
    `数据库：${db.place}（断电安全：${db.durability ? '是' : '否'}）`,
    ...(await settingLines(db)),
    ...(open ? [] : [proxied ? '只供本机和经由代理的请求使用。' : '只供本机使用。']),
    ...(open && !secure && !proxied
      ? ['注意：没有启用 HTTPS，口令会以明文经过网络；请用 --tls-cert 和 --tls-key 启用。']
      : []),
    ...(firstBoot === undefined ? [] : setUpLines(firstBoot)),
    '按 Ctrl+C 停止。',
    '',
  ].join('\n')
}

function setUpLines({ secret, hours }: FirstBoot): readonly string[] {
  return [
    '还没有任何账号。请在浏览器打开上面的地址，凭设置密码做首次设置：',
    `  设置密码：${secret}（${hours} 小时内有效，只能用一次；重新启动会换一个）`,
  ]
}

/** On a server: every setting that decides what a fault costs. */
async function settingLines(db: Database): Promise<readonly string[]> {
  if (db.kind !== 'server') return []
  const { version, settings } = await readServerSettings(db)
  const values = settings.map(({ name, value }) => `${name}=${value}`).join('，')
  const remarks = settings.flatMap(({ name, remark }) => (remark === undefined ? [] : [`  注意：${name}：${remark}。`]))
  return [`PostgreSQL ${version}：${values}`, ...remarks]
}
