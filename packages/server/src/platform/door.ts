import type { AuditEvent } from '@eduduty/core/audit'
import { type AuditLog, appendEvents } from './audit/append-events.ts'
import type { Caller, Ctx } from './ctx.ts'
import { confinedQueries, confinedTransaction } from './db/confined.ts'
import type { Connection } from './db/connection.ts'
import type { Database, Queries } from './db/database.ts'

/** Every read and write of business data passes here, under the name and within the scopes of its caller. */
export interface Door {
  /** Each query is a short transaction of its own. Nothing can be written to the audit log. */
  read<T>(caller: Caller, work: (ctx: Ctx) => Promise<T>): Promise<T>
  /** One transaction, with the audit events in it: both are kept, or neither. */
  write<T>(caller: Caller, work: (ctx: Ctx) => Promise<T>): Promise<T>
  /** An event of which nothing else is kept, such as a denial. */
  record(caller: Caller, event: AuditEvent): Promise<void>
}

export interface DoorParts {
  readonly db: Database
  readonly clock: () => Date
  readonly auditLog: AuditLog
  /** Milliseconds that one statement may take; absent = any. */
  readonly statementLimit?: number
}

export function createDoor({ db, clock, auditLog, statementLimit }: DoorParts): Door {
  const write = async <T>(caller: Caller, work: (ctx: Ctx) => Promise<T>): Promise<T> => {
    const now = clock()
    const events: AuditEvent[] = []
    const inside = async (queries: Queries, connection: Connection) => {
      const ctx: Ctx = { ...caller, db: queries, now, audit: (event) => void events.push(event) }
      const done = await work(ctx)
      return { result: done, heads: await appendEvents(connection, auditLog, { caller, now, events }) }
    }
    const { result, heads } = await confinedTransaction(db.connections, caller.scopes, inside, statementLimit)
    auditLog.checkpoints.note(heads)
    return result
  }
  return {
    read(caller, work) {
      const refuse = (): never => {
        throw new Error('a read leaves no audit event: use write')
      }
      const queries = confinedQueries(db.connections, caller.scopes, statementLimit)
      return work({ ...caller, db: queries, now: clock(), audit: refuse })
    },
    write,
    record: (caller, event) => write(caller, async (ctx) => ctx.audit(event)),
  }
}
