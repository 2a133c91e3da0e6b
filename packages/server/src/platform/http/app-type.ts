import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import type {
  FastifyBaseLogger,
  FastifyInstance,
  FastifyRequest,
  RawReplyDefaultExpression,
  RawRequestDefaultExpression,
  RawServerDefault,
} from 'fastify'
import type { Database } from '../db/database.ts'
import type { Door } from '../door.ts'
import type { FileStore } from '../files/file-store.ts'
import type { Keyring } from '../keys/keyring.ts'
import type { VolumeSettings } from '../pdf/volume-settings.ts'
import type { Access, SignedIn } from './access.ts'

/** The HTTP application; routes declare TypeBox schemas for what comes in and what goes out, and who may come. */
export type App = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  TypeBoxTypeProvider
>

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Required on every route below /api/. */
    access?: Access
  }
}

/** What routes are given. Business data are reached through `door` alone. */
export interface Deps {
  readonly door: Door
  readonly clock: () => Date
  readonly keyring: Keyring
  /** Files of evidence; they lie outside the database. */
  readonly files: FileStore
  /** What the administrator says of bound volumes; absent: what is usual. */
  readonly volume?: VolumeSettings | undefined
  /** For what is said of the database itself (health, status); never for business data. */
  readonly db: Database
  /** File outside the database that the signed heads of the audit chains are kept in; absent where there is none. */
  readonly checkpointFile?: string | undefined
  /** Whose request it is, by its session; undefined when nobody is signed in. */
  readonly identify: (request: FastifyRequest) => Promise<SignedIn | undefined>
}

/** A slice's routes. Paths begin with /api/; every route declares its access and its response. */
export type RegisterRoutes = (app: App, deps: Deps) => void
