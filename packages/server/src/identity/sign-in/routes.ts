import { Activation, DemoSignIn, SessionView, SignIn } from '@eduduty/core/identity'
import { findSignedIn, originOf } from '../../platform/http/access.ts'
import type { App, RegisterRoutes } from '../../platform/http/app-type.ts'
import { noContent, ok } from '../../platform/http/schemas.ts'
import { settingsRoutes } from '../settings/routes.ts'
import { accountRoutes } from './account-routes.ts'
import { activate } from './activate.ts'
import { enterDemo } from './enter-demo.ts'
import type { SetUpGate } from './first-boot.ts'
import { createHouse, type SignInHouse } from './house.ts'
import type { PasswordHasher } from './password-hasher.ts'
import { readSession } from './read-session.ts'
import { onlineRoutes } from './session-routes.ts'
import { setUpRoute } from './set-up-route.ts'
import { signIn } from './sign-in.ts'
import { refuseEvenly, visitorOf, welcome } from './visitor.ts'

export interface SignInOptions {
  /** The demo is shown on this computer: its identities may be entered without a password. */
  readonly demo: boolean
  /** Present when there was nobody at the start: who has the printed secret may set up. */
  readonly firstBoot?: SetUpGate
  readonly hasher?: PasswordHasher
}

/** Signing in and out, and what concerns one's own account. */
export function signInRoutes(options: SignInOptions): RegisterRoutes {
  return (app, deps) => {
    const house = createHouse({ ...deps, ...(options.hasher !== undefined && { hasher: options.hasher }) })
    app.addHook('onClose', () => house.secondSteps.close())
    sessionRoute(app, house, options.demo)
    enterRoute(app, house)
    activateRoute(app, house)
    accountRoutes(app, house)
    setUpRoute(app, house, options.firstBoot)
    onlineRoutes(app, deps)
    settingsRoutes(app, deps)
    if (options.demo) demoRoute(app, house)
  }
}

function sessionRoute(app: App, { door }: SignInHouse, demo: boolean): void {
  app.get(
    '/api/identity/session',
    {
      config: { access: { public: '登录前的页面要知道是否已登录、口令要求' } },
      schema: { summary: '当前会话', response: ok(SessionView) },
    },
    (request, reply) => {
      reply.header('cache-control', 'no-store')
      return readSession(door, { signedIn: findSignedIn(request), origin: originOf(request), demo })
    },
  )
}

function enterRoute(app: App, house: SignInHouse): void {
  app.post(
    '/api/identity/sign-in',
    {
      config: { access: { public: '登录本身' } },
      schema: { summary: '登录', body: SignIn, response: noContent },
    },
    async (request, reply) => {
      const entered = await refuseEvenly(() => signIn(house, request.body, visitorOf(request)))
      welcome(request, reply, house, entered)
      return reply.code(204).send(null)
    },
  )
}

function activateRoute(app: App, house: SignInHouse): void {
  app.post(
    '/api/identity/activation',
    {
      config: { access: { public: '凭一次性启用码设置口令' } },
      schema: { summary: '启用账号或重设口令', body: Activation, response: noContent },
    },
    async (request, reply) => {
      await refuseEvenly(() => activate(house, request.body, visitorOf(request)))
      return reply.code(204).send(null)
    },
  )
}

function demoRoute(app: App, house: SignInHouse): void {
  app.post(
    '/api/identity/demo-sign-in',
    {
      config: { access: { public: '只在本机演示时提供，只能进入演示账号' } },
      schema: { summary: '以演示身份进入', body: DemoSignIn, response: noContent },
    },
    async (request, reply) => {
      const entered = await enterDemo(house, request.body.login_name, visitorOf(request))
      welcome(request, reply, house, entered)
      return reply.code(204).send(null)
    },
  )
}
