import { createHash, randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { SentFile } from './read-upload.ts'

/** What was sent as the body of a request, kept in a folder of its own until it is dealt with. */
export class SentBody {
  readonly path: string
  readonly bytes: number
  readonly sha256: string
  private readonly folder: string

  private constructor(folder: string, path: string, bytes: number, sha256: string) {
    this.folder = folder
    this.path = path
    this.bytes = bytes
    this.sha256 = sha256
  }

  /** Writes a body to the disk piece by piece: however big it is, it never stands in memory as a whole. */
  static async receive(body: Readable): Promise<SentBody> {
    const folder = await mkdtemp(join(tmpdir(), 'eduduty-sent-'))
    const path = join(folder, randomUUID())
    const hash = createHash('sha256')
    let bytes = 0
    try {
      await pipeline(
        body,
        async function* (parts: AsyncIterable<Buffer>) {
          for await (const part of parts) {
            hash.update(part)
            bytes += part.length
            yield part
          }
        },
        createWriteStream(path, { mode: 0o600 }),
      )
    } catch (error) {
      await rm(folder, { recursive: true, force: true })
      throw error
    }
    return new SentBody(folder, path, bytes, hash.digest('hex'))
  }

  async whole(name: string): Promise<SentFile> {
    return { name, bytes: await readFile(this.path) }
  }

  async drop(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true })
  }
}
