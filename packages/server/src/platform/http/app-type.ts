import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import type {
  FastifyBaseLogger,
  FastifyInstance,
  RawReplyDefaultExpression,
  RawRequestDefaultExpression,
  RawServerDefault,
} from 'fastify'
import type { Database } from '../db/database.ts'

/** The HTTP application; routes declare TypeBox schemas for what comes in and what goes out. */
export type App = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  TypeBoxTypeProvider
>

/** What routes are given. */
export interface Deps {
  readonly db: Database
  readonly clock: () => Date
}

/** A slice's routes. Paths begin with /api/; every route declares its response. */
export type RegisterRoutes = (app: App, deps: Deps) => void
