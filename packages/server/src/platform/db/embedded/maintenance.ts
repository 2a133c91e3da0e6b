import { type Connections, withConnection } from '../connection.ts'

export interface Maintenance {
  /** Waits for a step under way, then checkpoints a last time. */
  stop(): Promise<void>
}

const minute = 60 * 1000
const look = minute / 4
const checkpointEvery = 5 * minute
/** So much written since the last checkpoint asks for one before its time. */
const logLimit = 64 * 1024 * 1024
/** Half past two at night, by the clock of the machine. */
const vacuumAt = { hour: 2, minute: 30 }

/** The embedded engine has no background processes: without this its write-ahead log would grow for ever. */
export function startMaintenance(connections: Connections, clock: () => Date = () => new Date()): Maintenance {
  let last = { position: 0, at: clock().getTime() }
  let vacuumDue = nextNight(clock())
  let running: Promise<void> = Promise.resolve()
  const checkpoint = async ({ atOnce }: { readonly atOnce: boolean }): Promise<void> => {
    const written = (await logPosition(connections)) - last.position
    const due = clock().getTime() - last.at >= checkpointEvery
    if (written === 0 || !(atOnce || due || written >= logLimit)) return
    await send(connections, 'checkpoint')
    last = { position: await logPosition(connections), at: clock().getTime() }
  }
  const turn = async (): Promise<void> => {
    if (clock() >= vacuumDue) {
      vacuumDue = nextNight(clock())
      await send(connections, 'vacuum (analyze)')
    }
    await checkpoint({ atOnce: false })
  }
  // A failed step is tried again at the next turn; a lost engine reports itself to every caller.
  const enqueue = (step: () => Promise<void>): void => {
    running = running.then(step).catch(() => undefined)
  }
  const timer = setInterval(() => enqueue(turn), look)
  timer.unref()
  return {
    async stop() {
      clearInterval(timer)
      enqueue(() => checkpoint({ atOnce: true }))
      await running
    },
  }
}

/** The next vacuumAt after `now`. */
export function nextNight(now: Date): Date {
  const night = new Date(now)
  night.setHours(vacuumAt.hour, vacuumAt.minute, 0, 0)
  if (night <= now) night.setDate(night.getDate() + 1)
  return night
}

async function send(connections: Connections, statement: string): Promise<void> {
  await withConnection(connections, (connection) => connection.run(statement, []))
}

/** Bytes ever written to the log. */
async function logPosition(connections: Connections): Promise<number> {
  const answer = await withConnection(connections, (connection) =>
    connection.run<{ position: string }>(`select (pg_current_wal_insert_lsn() - '0/0')::text as position`, []),
  )
  return Number(answer.rows[0]?.position ?? 0)
}
