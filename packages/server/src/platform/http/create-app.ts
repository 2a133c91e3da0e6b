import helmet from '@fastify/helmet'
import swagger from '@fastify/swagger'
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import fastify, { type FastifyServerOptions, type RouteOptions } from 'fastify'
import { programVersion } from '../version.ts'
import type { App, Deps, RegisterRoutes } from './app-type.ts'
import { checkWhenAsked, writeWhenAsked } from './compile-when-asked.ts'
import { guardAccess } from './guard-access.ts'
import { healthRoute } from './health-route.ts'
import { problemOf, refusalOf } from './problem.ts'
import { recordRefusal } from './record-refusal.ts'
import { refuseForeignRequests } from './refuse-foreign-requests.ts'
import { securityHeaders } from './security-headers.ts'
import { serveWeb } from './serve-web.ts'
import { withFileBody } from './take-file.ts'
import { serverMaker } from './tls-server.ts'

export interface AppOptions {
  readonly deps: Deps
  readonly routes: readonly RegisterRoutes[]
  /** Folder of the built web application; absent = the API only. */
  readonly webFolder?: string
  /** Only these host names are answered; absent = any. Set when listening on this computer only. */
  readonly hostNames?: readonly string[]
  /** Addresses or networks of proxies whose word about the true client is taken; absent = nobody's. */
  readonly trustProxy?: readonly string[]
  readonly logger?: FastifyServerOptions['logger']
  /** Set when the program itself speaks HTTPS. */
  readonly https?: { readonly cert: Buffer; readonly key: Buffer }
  /** Told of every route: for the inventory. */
  readonly onRoute?: (route: RouteOptions) => void
}

const seconds = 1000

/** Builds the application; `listen` or `inject` is the caller's. Errors leave as problem+json with a Chinese title. */
export async function createApp(options: AppOptions): Promise<App> {
  const app: App = fastify({
    logger: options.logger ?? false,
    bodyLimit: 1024 * 1024,
    serverFactory: serverMaker(options.https, { requestTimeout: 120 * seconds, keepAliveTimeout: 10 * seconds }),
    forceCloseConnections: 'idle',
    return503OnClosing: true,
    ...(options.trustProxy !== undefined && { trustProxy: [...options.trustProxy] }),
  }).withTypeProvider<TypeBoxTypeProvider>()
  app.setValidatorCompiler(checkWhenAsked).setSerializerCompiler(writeWhenAsked)
  answerErrors(app, options.deps)
  requireResponseSchemas(app)
  if (options.onRoute !== undefined) app.addHook('onRoute', options.onRoute)
  await app.register(helmet, securityHeaders)
  await app.register(swagger, {
    openapi: { info: { title: '履教通接口', version: programVersion() } },
    transform: withFileBody,
  })
  refuseForeignRequests(app, options.hostNames)
  guardAccess(app, options.deps)
  // After the plugins, so that their hooks see every route.
  for (const register of [healthRoute, ...options.routes]) register(app, options.deps)
  await serveWeb(app, options.webFolder)
  return app
}

function answerErrors(app: App, deps: Deps): void {
  app.setErrorHandler(async (error, request, reply) => {
    const known = refusalOf(error)
    // What the log could not take up is told in the log of the program; the answer stays the refusal.
    await recordRefusal(request, error, known, deps).catch((cause) => request.log.error({ err: cause }, known.code))
    if (known.status >= 500) request.log.error({ err: error }, known.code)
    // Soon enough to go on, late enough not to meet a server that has just come back all at once.
    if (known.status === 503) reply.header('retry-after', '5')
    if (known.params.retry_after !== undefined) reply.header('retry-after', String(known.params.retry_after))
    return reply
      .code(known.status)
      .type('application/problem+json')
      .send(JSON.stringify(problemOf(known)))
  })
}

/** Without a response schema, whatever a handler returns would leave the house. */
function requireResponseSchemas(app: App): void {
  app.addHook('onRoute', (route) => {
    if (!route.url.startsWith('/api/') || route.method === 'HEAD') return
    const declared = route.schema?.response
    if (declared === undefined) throw new Error(`the route ${route.url} declares no response`)
  })
}
