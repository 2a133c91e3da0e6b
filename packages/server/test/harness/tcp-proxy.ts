import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'

/** Stands between a program and its server, and can fail like a network or a stopped server. */
export interface TcpProxy {
  readonly port: number
  /** Connections that were tried since the last call. */
  takeAttempts(): number
  /** Ends all connections and refuses new ones. */
  stop(): void
  /** Takes connections and what is sent, and never answers. */
  hang(): void
  restore(): void
  close(): Promise<void>
}

export async function startProxy(target: { readonly host: string; readonly port: number }): Promise<TcpProxy> {
  const open = new Set<Socket>()
  let mode: 'pass' | 'refuse' | 'hang' = 'pass'
  let attempts = 0
  const server = createServer((client) => {
    attempts += 1
    if (mode === 'refuse') return void client.destroy()
    open.add(client)
    client.on('error', () => client.destroy())
    client.on('close', () => open.delete(client))
    if (mode === 'hang') return
    const upstream = connect(target)
    upstream.on('error', () => client.destroy())
    client.on('close', () => upstream.destroy())
    upstream.on('close', () => client.destroy())
    client.on('data', (chunk) => mode !== 'hang' && upstream.write(chunk))
    upstream.on('data', (chunk) => mode !== 'hang' && client.write(chunk))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    takeAttempts() {
      const count = attempts
      attempts = 0
      return count
    },
    stop() {
      mode = 'refuse'
      for (const socket of open) socket.destroy()
    },
    hang() {
      mode = 'hang'
    },
    restore() {
      mode = 'pass'
    },
    async close() {
      for (const socket of open) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}
