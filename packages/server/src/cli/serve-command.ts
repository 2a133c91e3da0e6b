import { once } from 'node:events'
import { makeDeps } from '../http/compose.ts'
import { routes } from '../http/routes.ts'
import type { Database } from '../platform/db/database.ts'
import { AppError } from '../platform/errors/app-error.ts'
import type { App } from '../platform/http/app-type.ts'
import { createApp } from '../platform/http/create-app.ts'
import { builtWebFolder } from '../platform/http/serve-web.ts'
import {
  chooseAudit,
  chooseKeyFile,
  chooseStorage,
  type Installation,
  openInstallation,
} from '../platform/installation.ts'
import { exitCodes, type Io } from '../platform/io.ts'
import { keepTrack, loseTrack, type OpenResource } from '../platform/open-resources.ts'
import { parseOptions } from '../platform/parse-options.ts'
import { choosePort, defaultPort } from './free-port.ts'

const thisComputer = ['127.0.0.1', 'localhost', '::1']

/** `eduduty serve`: answers until a signal ends it. */
export async function runServeCommand(argv: readonly string[], io: Io): Promise<number> {
  const options = parseOptions('serve', argv, {
    port: 'text',
    host: 'text',
    data: 'text',
    keys: 'text',
    'allow-without-login': 'flag',
  })
  const host = options.text('host') ?? '127.0.0.1'
  const open = !thisComputer.includes(host)
  if (open && !options.has('allow-without-login')) throw new AppError('serve.no_login', { host })
  const port = await choosePort(parsePort(options.text('port')), host)
  const storage = chooseStorage(options.text('data'), io)
  const installation = await openInstallation(
    storage,
    chooseKeyFile(options.text('keys'), storage, io),
    chooseAudit(io),
  )
  try {
    const app = await startApp(installation, host, port, open, io)
    io.stdout.write(startMessage(app, installation.db, open))
    await once(app.server, 'close')
  } finally {
    await installation.close()
  }
  return exitCodes.done
}

async function startApp(installation: Installation, host: string, port: number, open: boolean, io: Io): Promise<App> {
  const app = await createApp({
    deps: makeDeps(installation),
    routes,
    webFolder: builtWebFolder,
    ...(!open && { hostNames: thisComputer }),
    logger: { level: 'warn', stream: io.stderr },
  })
  await app.listen({ host, port })
  const resource: OpenResource = { kind: 'server', close: () => app.close() }
  keepTrack(resource)
  app.server.once('close', () => loseTrack(resource))
  return app
}

function startMessage(app: App, db: Database, open: boolean): string {
  const address = app.addresses()[0]
  const bound = typeof address === 'object' ? address : { address: '127.0.0.1', family: 'IPv4', port: defaultPort }
  const host = bound.family === 'IPv6' ? `[${bound.address}]` : bound.address
  return [
    `履教通已启动：http://${host}:${bound.port}/`,
    `数据库：${db.place}（断电安全：${db.durability ? '是' : '否'}）`,
    open ? '注意：目前没有登录功能，能连到这台机器的人都能看到全部数据。' : '只供本机使用。',
    '按 Ctrl+C 停止。',
    '',
  ].join('\n')
}

function parsePort(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  const port = Number(text)
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port
  throw new AppError('command.usage', { command: 'serve', reason: `端口 ${text} 不对，应是 0–65535 的整数` })
}
