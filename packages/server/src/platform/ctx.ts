import type { AuditEvent } from '@eduduty/core/audit'
import type { Verb } from '@eduduty/core/identity'
import type { OrgPath } from '@eduduty/core/organizations'
import { everywhere } from './db/confined.ts'
import type { Queries } from './db/database.ts'

/** Who asks. */
export interface Actor {
  readonly id: string
  readonly name: string
  readonly kind: 'person' | 'system'
  /** Under which county's (city's, province's) audit chain the actor's doings stand. */
  readonly county: string
  readonly path: OrgPath
  /** For whom, where a colleague's work is done by delegation; `name` then says both names. */
  readonly behalf?: Behalf
}

/** Whose work is done by somebody else. */
export interface Behalf {
  readonly id: string
  readonly name: string
  readonly delegation: string
  /** The last day of it. */
  readonly last: string
}

/** With whom things lie by name: who acts for a colleague holds what was handed to that colleague. */
export const holderIdOf = ({ id, behalf }: Pick<Actor, 'id' | 'behalf'>): string => behalf?.id ?? id

/** Where a request came from. */
export interface Origin {
  readonly requestId: string
  readonly address: string
}

/** Who asks, for what, and how far they may reach in doing it. */
export interface Caller {
  readonly actor: Actor
  /** `system`: work that nobody asked for, such as signing in or sweeping. */
  readonly verb: Verb | 'system'
  /** Org paths at or below which rows may be seen and written. */
  readonly scopes: readonly OrgPath[]
  /** What it is for, in Chinese. */
  readonly purpose: string
  readonly origin: Origin
}

/** The one door to data, made once per request or command and handed to every use case. */
export interface Ctx extends Caller {
  /** Confined to `scopes` by the database itself. */
  readonly db: Queries
  /** One instant for the whole request. */
  readonly now: Date
  /** Kept with the change, in the same transaction; only where something is written (`Door.write`). */
  audit(event: AuditEvent): void
}

/** County code and path of what belongs to the installation and to no county. */
export const installation = { county: '000000', path: '00/' } as const

const systemActor: Actor = { id: 'system', name: '系统', kind: 'system', ...installation }

/** The system itself, for commands, sweeps and signing in. Without `scopes` it reaches everything. */
export function systemCaller(
  purpose: string,
  reach: {
    readonly scopes?: readonly OrgPath[]
    readonly county?: string
    readonly path?: OrgPath
    origin?: Origin
  } = {},
): Caller {
  const { scopes = everywhere, county = installation.county, path = installation.path } = reach
  const origin = reach.origin ?? { requestId: '', address: '' }
  return { actor: { ...systemActor, county, path }, verb: 'system', scopes, purpose, origin }
}
