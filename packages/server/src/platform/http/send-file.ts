import { Readable } from 'node:stream'
import type { FastifyReply } from 'fastify'

export const mediaTypes = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const

interface SentFile {
  /** With its ending. */
  readonly name: string
  readonly type: string
  /** Whole, or in parts that are sent while they are made: never whole in memory. */
  readonly content: Uint8Array | AsyncIterable<Uint8Array | string>
}

/** Sends a download; never shown in the page. */
export function sendFile(reply: FastifyReply, { name, type, content }: SentFile): FastifyReply {
  return reply
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
    .header('x-content-type-options', 'nosniff')
    .type(type)
    .send(
      content instanceof Uint8Array
        ? Buffer.from(content.buffer, content.byteOffset, content.byteLength)
        : Readable.from(content, { objectMode: false }),
    )
}

/** Sends a file that a stranger wrote: it never runs as a page of ours, and stays in no cache. */
export function sendApart(reply: FastifyReply, file: SentFile): FastifyReply {
  reply.header('content-security-policy', "default-src 'none'; sandbox").header('cache-control', 'no-store')
  return sendFile(reply, file)
}

/** Sends a table as xlsx or csv. `title` is the file's name without its ending. */
export function sendTable(
  reply: FastifyReply,
  title: string,
  format: 'xlsx' | 'csv',
  content: SentFile['content'],
): FastifyReply {
  return sendFile(reply, { name: `${title}.${format}`, type: mediaTypes[format], content })
}
