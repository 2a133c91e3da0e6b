import type { FastifyReply, FastifyRequest } from 'fastify'

interface Cookie {
  readonly name: string
  /** Letters, digits, `.`, `_`, `~` and `-` only. */
  readonly value: string
  /** Seconds; absent = until the browser is closed. */
  readonly maxAge?: number
}

export function readCookie(request: FastifyRequest, name: string): string | undefined {
  const pairs = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim())
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1)
}

/** Never readable by scripts, never sent by other sites' forms; only by HTTPS when it came by HTTPS. */
export function writeCookie(request: FastifyRequest, reply: FastifyReply, { name, value, maxAge }: Cookie): void {
  const parts = [`${name}=${value}`, 'Path=/', 'HttpOnly', 'SameSite=Lax']
  if (maxAge !== undefined) parts.push(`Max-Age=${maxAge}`)
  if (request.protocol === 'https') parts.push('Secure')
  reply.header('set-cookie', parts.join('; '))
}
