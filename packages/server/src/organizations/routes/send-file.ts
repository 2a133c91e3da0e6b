import type { FastifyReply } from 'fastify'

const types = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
} as const

/** Sends bytes as a download; never shown in the page. */
export function sendFile(reply: FastifyReply, name: string, format: keyof typeof types, bytes: Uint8Array) {
  return reply
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(`${name}.${format}`)}`)
    .header('x-content-type-options', 'nosniff')
    .type(types[format])
    .send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
}
