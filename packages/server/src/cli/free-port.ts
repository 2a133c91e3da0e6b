import { createServer } from 'node:net'
import { AppError } from '../platform/errors/app-error.ts'

export const defaultPort = 5173
const attempts = 20

/** The port asked for, or the first free one from the default upwards. */
export async function choosePort(asked: number | undefined, host: string): Promise<number> {
  if (asked !== undefined) {
    if (asked !== 0 && !(await isFree(asked, host))) throw new AppError('serve.port_taken', { port: asked })
    return asked
  }
  for (let port = defaultPort; port < defaultPort + attempts; port += 1) {
    if (await isFree(port, host)) return port
  }
  throw new AppError('serve.port_taken', { port: `${defaultPort}–${defaultPort + attempts - 1}` })
}

function isFree(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(false))
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve(true)))
  })
}
