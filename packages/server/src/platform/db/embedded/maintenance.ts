import { type Connections, withConnection } from '../connection.ts'

export interface Maintenance {
  /** Waits for a step under way, then checkpoints a last time. */
  stop(): Promise<void>
}

const checkpointEvery = 5 * 60 * 1000
const vacuumEvery = 24 * 60 * 60 * 1000

/** The embedded engine has no background processes: without this its write-ahead log would grow for ever. */
export function startMaintenance(connections: Connections): Maintenance {
  let lastPosition = ''
  let running: Promise<void> = Promise.resolve()
  const checkpoint = async (): Promise<void> => {
    const position = await logPosition(connections)
    if (position === lastPosition) return
    await send(connections, 'checkpoint')
    lastPosition = await logPosition(connections)
  }
  // A failed step is tried again at the next turn; a lost engine reports itself to every caller.
  const enqueue = (step: () => Promise<void>): void => {
    running = running.then(step).catch(() => undefined)
  }
  const checkpoints = setInterval(() => enqueue(checkpoint), checkpointEvery)
  const vacuums = setInterval(() => enqueue(() => send(connections, 'vacuum (analyze)')), vacuumEvery)
  checkpoints.unref()
  vacuums.unref()
  return {
    async stop() {
      clearInterval(checkpoints)
      clearInterval(vacuums)
      enqueue(checkpoint)
      await running
    },
  }
}

async function send(connections: Connections, statement: string): Promise<void> {
  await withConnection(connections, (connection) => connection.run(statement, []))
}

async function logPosition(connections: Connections): Promise<string> {
  const answer = await withConnection(connections, (connection) =>
    connection.run<{ position: string }>('select pg_current_wal_insert_lsn()::text as position', []),
  )
  return answer.rows[0]?.position ?? ''
}
