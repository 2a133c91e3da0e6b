import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat, statfs } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { AppError } from '../errors/app-error.ts'

/** What the bytes of a file are known by. */
export interface FileIdentity {
  readonly sha256: string
  readonly sm3: string
  readonly bytes: number
}

/** A file that has come in whole and has no place yet. */
export interface IncomingFile extends FileIdentity {
  readonly path: string
}

export interface StoredFile {
  readonly county: string
  readonly sha256: string
  readonly changedAt: Date
}

/**
 * Files of counties under the SHA-256 of their content: the same bytes lie there once, and no name that people gave is
 * ever a name on the disk. Nothing is written but whole: into `incoming`, then renamed.
 */
export interface FileStore {
  readonly folder: string
  /** Takes a stream in; then it is placed or dropped. Errors: `files.too_large`, `files.no_space`, `request.no_file`. */
  receive(content: AsyncIterable<Uint8Array>, limit: number): Promise<IncomingFile>
  /** Gives a file its place: the same content is replaced by itself, so that a damaged file is healed. */
  place(county: string, file: IncomingFile): Promise<void>
  drop(file: IncomingFile): Promise<void>
  /** Where a file lies; whether it is there is not asked. */
  pathOf(county: string, sha256: string): string
  /** The bytes of a file from `start` on; it fails where the file is gone. */
  read(county: string, sha256: string): AsyncIterable<Uint8Array>
  has(county: string, sha256: string): Promise<boolean>
  /** SHA-256 of what lies there now; undefined where nothing does. */
  measure(county: string, sha256: string): Promise<string | undefined>
  /**
   * Removes a file that was put there before a moment; one that came since stays, also when it comes meanwhile. Gives
   * whether it went.
   */
  discardOlder(county: string, sha256: string, before: Date): Promise<boolean>
  /** Every file, for sweeping. */
  list(): AsyncIterable<StoredFile>
  /** A folder for work in progress; whoever takes it removes it. What a killed program left is removed by the sweep. */
  workFolder(): Promise<string>
  /** Removes work that was begun before a moment and never ended. */
  clearWork(before: Date): Promise<void>
}

/** So much stays free on the disk: the database lies there too, and it must go on. */
const LEFT_FREE = 512 * 1024 * 1024

const countyPattern = /^[0-9]{6}$/
const hashPattern = /^[0-9a-f]{64}$/

export function openFileStore(folder: string): FileStore {
  const incoming = join(folder, 'incoming')
  const pathOf = (county: string, sha256: string): string => {
    if (!countyPattern.test(county) || !hashPattern.test(sha256)) throw new Error('no key of a file')
    return join(folder, county, sha256.slice(0, 2), sha256)
  }
  return {
    folder,
    pathOf,
    async receive(content, limit) {
      await mkdir(incoming, { recursive: true, mode: 0o700 })
      const path = join(incoming, randomUUID())
      try {
        return { path, ...(await write(path, content, limit, await roomIn(incoming))) }
      } catch (error) {
        await rm(path, { force: true })
        throw error
      }
    },
    place: (county, file) => place(file.path, pathOf(county, file.sha256)),
    drop: (file) => rm(file.path, { force: true }),
    read: (county, sha256) => createReadStream(pathOf(county, sha256), { highWaterMark: 256 * 1024 }),
    async has(county, sha256) {
      return (await sizeOf(pathOf(county, sha256))) !== undefined
    },
    async measure(county, sha256) {
      const path = pathOf(county, sha256)
      if ((await sizeOf(path)) === undefined) return undefined
      const hash = createHash('sha256')
      for await (const chunk of createReadStream(path, { highWaterMark: 1024 * 1024 })) hash.update(chunk)
      return hash.digest('hex')
    },
    discardOlder: (county, sha256, before) => discardOlder(incoming, pathOf(county, sha256), before),
    list: () => listFiles(folder),
    async workFolder() {
      const path = join(incoming, randomUUID())
      await mkdir(path, { recursive: true, mode: 0o700 })
      return path
    },
    async clearWork(before) {
      for (const name of await namesIn(incoming)) {
        const path = join(incoming, name)
        const found = await stat(path).catch(() => undefined)
        if (found !== undefined && found.mtime < before) await rm(path, { recursive: true, force: true })
      }
    },
  }
}

async function roomIn(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder)
  return bavail * bsize - LEFT_FREE
}

async function write(
  path: string,
  content: AsyncIterable<Uint8Array>,
  limit: number,
  room: number,
): Promise<FileIdentity> {
  const [sha256, sm3] = [createHash('sha256'), createHash('sm3')]
  const file = await open(path, 'wx', 0o600)
  let bytes = 0
  try {
    for await (const chunk of content) {
      bytes += chunk.length
      if (bytes > limit) throw new AppError('files.too_large', { megabytes: Math.round(limit / 1024 / 1024) })
      if (bytes > room) throw new AppError('files.no_space')
      sha256.update(chunk)
      sm3.update(chunk)
      await file.writeFile(chunk)
    }
    if (bytes === 0) throw new AppError('request.no_file')
    await file.sync()
  } catch (error) {
    throw isFull(error) ? new AppError('files.no_space', {}, { cause: error }) : error
  } finally {
    await file.close()
  }
  return { sha256: sha256.digest('hex'), sm3: sm3.digest('hex'), bytes }
}

async function place(temporary: string, path: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  await rename(temporary, path)
  const folder = await open(dirname(path), 'r')
  await folder.sync().finally(() => folder.close())
}

/**
 * The file is taken away first and looked at then: whatever is put under its name meanwhile is another one. Where it
 * proves to be new, it goes back.
 */
async function discardOlder(incoming: string, path: string, before: Date): Promise<boolean> {
  await mkdir(incoming, { recursive: true, mode: 0o700 })
  const aside = join(incoming, randomUUID())
  try {
    await rename(path, aside)
  } catch (error) {
    if (isGone(error)) return false
    throw error
  }
  const { mtime } = await stat(aside)
  if (mtime >= before) {
    await place(aside, path)
    return false
  }
  await rm(aside, { force: true })
  return true
}

const isGone = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT'

async function sizeOf(path: string): Promise<number | undefined> {
  try {
    const found = await stat(path)
    return found.isFile() ? found.size : undefined
  } catch (error) {
    // A folder that cannot be read is no proof that a file is gone.
    if (isGone(error)) return undefined
    throw error
  }
}

function isFull(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT')
}

async function* listFiles(folder: string): AsyncIterable<StoredFile> {
  for (const county of (await namesIn(folder)).filter((name) => countyPattern.test(name)))
    for (const part of await namesIn(join(folder, county)))
      for (const sha256 of await namesIn(join(folder, county, part))) {
        if (!hashPattern.test(sha256)) continue
        const found = await stat(join(folder, county, part, sha256)).catch(() => undefined)
        if (found !== undefined) yield { county, sha256, changedAt: found.mtime }
      }
}

async function namesIn(folder: string): Promise<readonly string[]> {
  return (await readdir(folder).catch(() => [])).toSorted()
}
