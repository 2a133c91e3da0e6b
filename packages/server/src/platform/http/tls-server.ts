import { createServer, type RequestListener, type Server } from 'node:http'
import { createServer as createTlsServer } from 'node:https'

export interface ServerTimes {
  readonly requestTimeout: number
  readonly keepAliveTimeout: number
}

/** Makes the server that the application listens with: HTTPS with the administrator's certificate, else plain HTTP. */
export function serverMaker(
  certificate: { readonly cert: Buffer; readonly key: Buffer } | undefined,
  times: ServerTimes,
): (handler: RequestListener) => Server {
  return (handler) => {
    if (certificate === undefined) return createServer(times, handler)
    return createTlsServer({ ...times, ...certificate, minVersion: 'TLSv1.2' }, handler)
  }
}
