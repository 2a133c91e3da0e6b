import type { Database } from './db/database.ts'

/** Who asks. `local` is the person at this computer, as long as there is no login. */
export interface Actor {
  readonly id: string
  readonly name: string
  readonly kind: 'local' | 'person' | 'system'
}

/** One event for the record of who did what. */
export interface AuditEvent {
  /** Verb of the glossary, e.g. `evaluation.run`. */
  readonly action: string
  readonly subject: string
  readonly detail?: Readonly<Record<string, string | number | boolean>>
}

/**
 * The one door to data, made once per request or command and handed to every use case.
 * `scopes` are the org paths whose rows may be seen; `purpose` says what the request is for, in Chinese.
 */
export interface Ctx {
  readonly actor: Actor
  readonly scopes: readonly string[]
  readonly purpose: string
  readonly db: Database
  /** One instant for the whole request. */
  readonly now: Date
  audit(event: AuditEvent): void
}

export interface CtxParts {
  readonly db: Database
  readonly now: Date
  readonly purpose: string
  readonly actor?: Actor
  readonly scopes?: readonly string[]
  readonly audit?: (event: AuditEvent, ctx: { readonly actor: Actor; readonly now: Date }) => void
}

/** Everything the person at this computer may see: the root of the tree. */
const wholeTree = ['']

const localActor: Actor = { id: 'local', name: '本机用户', kind: 'local' }

export function createCtx(parts: CtxParts): Ctx {
  const actor = parts.actor ?? localActor
  return {
    actor,
    scopes: parts.scopes ?? wholeTree,
    purpose: parts.purpose,
    db: parts.db,
    now: parts.now,
    audit: (event) => parts.audit?.(event, { actor, now: parts.now }),
  }
}
