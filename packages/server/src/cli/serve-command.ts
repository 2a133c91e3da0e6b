import { once } from 'node:events'
import { dropUnfinishedLoads } from '../collection/index.ts'
import { makeDeps } from '../http/compose.ts'
import { makeRoutes } from '../http/routes.ts'
import { openFirstBoot, type SetUpGate } from '../identity/index.ts'
import { AppError } from '../platform/errors/app-error.ts'
import { chooseFileFolder } from '../platform/files/choose-file-folder.ts'
import { type FileStore, openFileStore } from '../platform/files/file-store.ts'
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
import { type ParsedOptions, parseOptions } from '../platform/parse-options.ts'
import { chooseVolumeSettings } from '../platform/pdf/volume-settings.ts'
import { choosePort } from './free-port.ts'
import { type Certificate, readCertificate } from './read-certificate.ts'
import { readProxies } from './read-proxies.ts'
import { type Chores, startChores } from './start-chores.ts'
import { startMessage } from './start-message.ts'

const thisComputer = ['127.0.0.1', 'localhost', '::1']

/** One request's statement may take so many milliseconds; then it is ended, and the rest goes on. */
const statementLimit = 60_000

/** `eduduty serve`: answers until a signal ends it. */
export async function runServeCommand(argv: readonly string[], io: Io): Promise<number> {
  const options = parseOptions('serve', argv, {
    port: 'text',
    host: 'text',
    data: 'text',
    keys: 'text',
    pool: 'text',
    'tls-cert': 'text',
    'tls-key': 'text',
    'trust-proxy': 'text',
    demo: 'flag',
  })
  const host = options.text('host') ?? '127.0.0.1'
  const demo = options.has('demo')
  if (demo && isOpen(host)) throw new AppError('serve.demo_open', { host })
  const trustProxy = readProxies(options)
  // Through a proxy the demo would be open to everybody whom the proxy lets in.
  if (demo && trustProxy !== undefined) throw new AppError('serve.demo_open', { host: trustProxy.join(',') })
  const certificate = readCertificate(options, io)
  const port = await choosePort(wholeNumber(options, 'port', 0, 65_535), host)
  const poolSize = wholeNumber(options, 'pool', 1, 500)
  const storage = chooseStorage(options.text('data'), io)
  const installation = await openInstallation(storage, chooseKeyFile(options.text('keys'), storage, io), {
    ...chooseAudit(io),
    statementLimit,
    ...(poolSize !== undefined && { poolSize }),
  })
  try {
    const firstBoot = await openFirstBoot(installation)
    const files = openFileStore(chooseFileFolder(storage, io))
    const app = await startApp(installation, { host, port, certificate, demo, firstBoot, trustProxy, files }, io)
    const reach = { open: isOpen(host), secure: certificate !== undefined, proxied: trustProxy !== undefined }
    io.stdout.write(await startMessage(app, installation.db, { ...reach, firstBoot }))
    await once(app.server, 'close')
  } finally {
    await installation.close()
  }
  return exitCodes.done
}

interface Listening {
  readonly host: string
  readonly port: number
  readonly certificate: Certificate | undefined
  /** The demo county's identities may be entered without a password. */
  readonly demo: boolean
  readonly firstBoot: SetUpGate | undefined
  readonly trustProxy: readonly string[] | undefined
  readonly files: FileStore
}

function isOpen(host: string): boolean {
  return !thisComputer.includes(host)
}

async function startApp(installation: Installation, listening: Listening, io: Io): Promise<App> {
  const { host, port, certificate, demo, firstBoot, trustProxy, files } = listening
  if (installation.db.kind === 'embedded') await dropUnfinishedLoads(installation.door)
  const app = await createApp({
    deps: makeDeps(installation, files, chooseVolumeSettings(io)),
    routes: makeRoutes({ demo, ...(firstBoot !== undefined && { firstBoot }) }),
    webFolder: builtWebFolder,
    ...(trustProxy !== undefined && { trustProxy }),
    // A proxy on this computer asks under the name that it is known by.
    ...(!isOpen(host) && trustProxy === undefined && { hostNames: thisComputer }),
    ...(certificate !== undefined && { https: certificate }),
    logger: { level: 'warn', stream: io.stderr },
  })
  let chores: Chores | undefined
  app.addHook('onClose', async () => {
    await chores?.stop()
  })
  await app.listen({ host, port })
  // Nobody waits for the first page because of them.
  chores = startChores(installation, { files, demo }, (problem, words) => app.log.error(problem, words))
  const resource: OpenResource = { kind: 'server', close: () => app.close() }
  keepTrack(resource)
  app.server.once('close', () => loseTrack(resource))
  return app
}

function wholeNumber(options: ParsedOptions, name: 'port' | 'pool', least: number, most: number): number | undefined {
  const text = options.text(name)
  if (text === undefined) return undefined
  const number = Number(text)
  if (Number.isInteger(number) && number >= least && number <= most) return number
  const what = name === 'port' ? '端口' : '--pool 的连接数'
  throw new AppError('command.usage', {
    command: 'serve',
    reason: `${what} ${text} 不对，应是 ${least}–${most} 的整数`,
  })
}
