import type { RoleId } from '@eduduty/core/identity'
import { createIdentify } from '../../src/identity/index.ts'
import { everywhere } from '../../src/platform/db/confined.ts'
import type { Connection, Connections } from '../../src/platform/db/connection.ts'
import { createDatabase, type Database } from '../../src/platform/db/database.ts'
import type { Door } from '../../src/platform/door.ts'
import type { Deps } from '../../src/platform/http/app-type.ts'
import { testDoor, testKeyring } from '../harness/doors.ts'
import type { OpenWorld } from './open-world.ts'

/** A mistake that somebody could make, planted in a world that is open; `undo` takes it out again. */
export interface PlantedFault {
  readonly name: string
  plant(open: OpenWorld): Promise<Planted>
}

export interface Planted {
  readonly open: OpenWorld
  readonly undo: () => Promise<void>
}

const nothing = async (): Promise<void> => undefined

export const plantedFaults: readonly PlantedFault[] = [
  inDatabase(
    'a table without row access',
    'alter table identity_people disable row level security',
    'alter table identity_people enable row level security',
  ),
  inDatabase(
    'a policy that checks reading only',
    'alter policy within_scopes on organizations_posts with check (true)',
    `select platform_confine('organizations_posts', 'select, insert, update')`,
  ),
  inDatabase(
    'a policy that lets through one level too many',
    `alter policy within_scopes on identity_accounts using (starts_with(org_path, left(current_setting('app.scope_from'), 10)))`,
    `select platform_confine('identity_accounts', 'select, insert, update')`,
  ),
  {
    name: 'a door that reaches everywhere',
    plant: async (open) => ({ open: withDeps(open, { door: wideDoor(open.deps.door) }), undo: nothing }),
  },
  inStatements('a session that keeps its role and scopes', /set local (role|app\.)/g, 'set $1'),
  inStatements('a transaction under the role of its owner', /set local role \w+; /g, ''),
  inStatements('a scope that lost its last slash', /(app\.scope_to = '[^']*\/)?([^'/]*)0'/g, (whole) =>
    whole.replace(/0'$/, "~'"),
  ),
  inStatements('several scopes under the policy for one', /eduduty_app_(several|scattered)/g, 'eduduty_app'),
  inStatements('many scopes with the gaps between them', /app\.scopes = '[0-9][^']*'/g, "app.scopes = 'exact'"),
  inStatements('tenures for ever', /and t\.since <= \$3 and \(t\.until is null or \$3 < t\.until\)/g, ''),
  inStatements('grants for ever', /and g\.since <= \$3 and \(g\.until is null or \$3 < g\.until\)/g, ''),
  inStatements('a grant that nobody approved', /and g\.status = 'approved'/g, ''),
  inStatements('a tenure that was withdrawn', /t\.status = 'approved' and/g, ''),
  inStatements('a disabled account', /and a\.status = 'active'/g, ''),
  inStatements('a closed post', /and \(o\.closed_on is null or \$3 < o\.closed_on\)/g, ''),
  {
    name: 'a role with verbs of another',
    plant: async (open) => ({ open: withDeps(open, { identify: generous(open.deps, 'supervisor') }), undo: nothing }),
  },
]

function inDatabase(name: string, statement: string, repair: string): PlantedFault {
  return {
    name,
    async plant(open) {
      await open.owner.run(statement)
      return { open, undo: async () => void (await open.owner.run(repair)) }
    },
  }
}

/** Changes the text of statements on their way to the database. */
function inStatements(name: string, pattern: RegExp, by: string | ((text: string) => string)): PlantedFault {
  return {
    name,
    async plant(open) {
      let hits = 0
      const change = (statement: string): string => {
        const changed = typeof by === 'string' ? statement.replace(pattern, by) : statement.replace(pattern, by)
        if (changed !== statement) hits += 1
        return changed
      }
      const db = rewritten(open.deps.db, change)
      const clock = open.deps.clock
      const [door, keyring] = [testDoor(db, clock), testKeyring()]
      const undo = async (): Promise<void> => {
        await open.owner.run('reset role')
        for (const setting of ['scope_from', 'scope_to', 'scopes']) await open.owner.run(`set app.${setting} = ''`)
        if (hits === 0) throw new Error(`the fault “${name}” was not planted: no statement has its text`)
      }
      return { open: withDeps(open, { db, door, identify: createIdentify({ door, keyring }) }), undo }
    },
  }
}

function rewritten(db: Database, change: (statement: string) => string): Database {
  const connections: Connections = {
    acquire: async () => {
      const connection = await db.connections.acquire()
      const changed: Connection = {
        ...connection,
        run: (statement, parameters) => connection.run(change(statement), parameters),
        script: (statements) => connection.script(change(statements)),
      }
      lent.set(changed, connection)
      return changed
    },
    release: (connection) => db.connections.release(lent.get(connection) ?? connection),
    close: async () => undefined,
  }
  const lent = new Map<Connection, Connection>()
  return createDatabase({ kind: db.kind, durability: db.durability, place: db.place, connections })
}

/** The same world with other parts. */
export function withDeps(open: OpenWorld, other: Partial<Deps>): OpenWorld {
  return { ...open, deps: { ...open.deps, ...other } }
}

/** Somebody forgot to hand on the scopes. */
export function wideDoor(door: Door): Door {
  return {
    read: (caller, work) => door.read({ ...caller, scopes: everywhere }, work),
    write: (caller, work) => door.write({ ...caller, scopes: everywhere }, work),
    record: door.record,
  }
}

/** Clerks of schools get what `role` has; what heads have where nothing is said. */
export function generous(deps: Deps, role: RoleId = 'school_head'): Deps['identify'] {
  return async (request) => {
    const person = await deps.identify(request)
    if (person === undefined) return undefined
    const more = person.grants.filter((grant) => grant.role === 'school_clerk').map((grant) => ({ ...grant, role }))
    return { ...person, grants: [...person.grants, ...more] }
  }
}
