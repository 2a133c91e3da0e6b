import { type Connection, type Connections, withConnection } from '../../src/platform/db/connection.ts'
import { createDatabase, type Database } from '../../src/platform/db/database.ts'

/** A database of which whatever happened can be undone, transactions of the application included. */
export interface UndoableDatabase {
  readonly db: Database
  /** Runs `work` and then undoes every change it made; may stand within another. */
  undone<T>(work: () => Promise<T>): Promise<T>
}

/**
 * On one session of `base`, lent to one caller at a time. While `undone` runs, a transaction of the application is a
 * savepoint; what it set for itself alone (role, scopes) is taken back when it ends, as a real end would.
 */
export async function undoableDatabase(base: Database): Promise<UndoableDatabase> {
  const session = await base.connections.acquire()
  let depth = 0
  const instead: Readonly<Record<string, string>> = {
    begin: 'savepoint transaction',
    commit: `release savepoint transaction; ${reset}`,
    rollback: `rollback to savepoint transaction; release savepoint transaction; ${reset}`,
  }
  const lent: Connection = {
    ...session,
    async run(statement, parameters) {
      const other = depth > 0 ? instead[statement] : undefined
      if (other === undefined) return session.run(statement, parameters)
      await session.script(other)
      return { rows: [], affected: undefined }
    },
  }
  const connections = oneByOne(lent, async () => {
    await base.connections.release(session)
    await base.close()
  })
  const { kind, durability, place } = base
  return {
    db: createDatabase({ kind, durability, place, connections }),
    async undone(work) {
      const [begin, end] =
        depth === 0 ? ['begin', 'rollback'] : [`savepoint undone${depth}`, `rollback to savepoint undone${depth}`]
      await withConnection(connections, () => session.script(begin))
      depth += 1
      try {
        return await work()
      } finally {
        depth -= 1
        await withConnection(connections, () => session.script(end))
      }
    },
  }
}

const reset = `set local role none; set local app.scope_from = ''; set local app.scope_to = ''; set local app.scopes = ''`

function oneByOne(connection: Connection, close: () => Promise<void>): Connections {
  let last: Promise<void> = Promise.resolve()
  const releases: (() => void)[] = []
  return {
    async acquire() {
      const before = last
      last = new Promise((resolve) => releases.push(resolve))
      await before
      return connection
    },
    release: async () => releases.shift()?.(),
    close,
  }
}
