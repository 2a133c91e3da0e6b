import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { DiskEvent } from './read-log.ts'

const pageSize = 4096

/** One file: what a program would read, and for each page changed since the last sync every version it has had. */
interface DiskFile {
  content: Buffer
  /** Page number → versions, the first being the one that is certainly on disk. */
  readonly unsynced: Map<number, Buffer[]>
}

/** Draws a whole number below `count`. */
export type Draw = (count: number) => number

/**
 * What could be on disk after a power cut: changes of names and sizes keep their order, but every page written
 * since its file's last sync holds any of its versions.
 */
export class Disk {
  readonly #image: string
  readonly #files = new Map<string, DiskFile>()

  /** `image` becomes a copy of `start`. */
  constructor(start: string, image: string) {
    this.#image = image
    cpSync(start, image, { recursive: true })
  }

  apply(event: DiskEvent): void {
    switch (event.op) {
      case 'write':
        this.#write(this.#open(event.file), event.position, event.content)
        return
      case 'sync':
        this.#files.get(event.file)?.unsynced.clear()
        return
      case 'truncate':
        this.#resize(this.#open(event.file), event.size)
        return
      case 'create':
        this.#open(event.file)
        return
      case 'mkdir':
        mkdirSync(join(this.#image, event.file), { recursive: true })
        return
      case 'remove':
        this.#files.delete(event.file)
        rmSync(join(this.#image, event.file), { recursive: true, force: true })
        return
      case 'rename':
        this.#rename(event.file, event.to)
        return
      case 'ack':
        return
    }
  }

  /** The power is cut: writes the image. */
  cut(draw: Draw): void {
    for (const [path, file] of this.#files) {
      for (const [page, versions] of file.unsynced) {
        const chosen = versions[draw(versions.length)]
        chosen?.copy(file.content, page * pageSize, 0, Math.max(0, file.content.length - page * pageSize))
      }
      const place = join(this.#image, path)
      mkdirSync(dirname(place), { recursive: true })
      writeFileSync(place, file.content)
    }
  }

  #open(path: string): DiskFile {
    const known = this.#files.get(path)
    if (known !== undefined) return known
    const place = join(this.#image, path)
    const file = { content: existsSync(place) ? readFileSync(place) : Buffer.alloc(0), unsynced: new Map() }
    this.#files.set(path, file)
    return file
  }

  #write(file: DiskFile, position: number, content: Buffer): void {
    const end = position + content.length
    const before = file.content
    const size = Math.max(before.length, end)
    if (size > before.length) file.content = Buffer.concat([before], size)
    const first = Math.floor(position / pageSize)
    const last = Math.floor((end - 1) / pageSize)
    for (let page = first; page <= last; page += 1) {
      if (!file.unsynced.has(page)) file.unsynced.set(page, [pageOf(file, page)])
    }
    content.copy(file.content, position)
    for (let page = first; page <= last; page += 1) file.unsynced.get(page)?.push(pageOf(file, page))
  }

  #resize(file: DiskFile, size: number): void {
    file.content =
      size <= file.content.length ? Buffer.from(file.content.subarray(0, size)) : Buffer.concat([file.content], size)
    for (const page of file.unsynced.keys()) if (page * pageSize >= size) file.unsynced.delete(page)
  }

  #rename(from: string, to: string): void {
    const file = this.#files.get(from)
    this.#files.delete(to)
    if (existsSync(join(this.#image, from))) renameSync(join(this.#image, from), join(this.#image, to))
    if (file === undefined) return
    this.#files.delete(from)
    this.#files.set(to, file)
  }
}

function pageOf(file: DiskFile, page: number): Buffer {
  const copy = Buffer.alloc(pageSize)
  file.content.copy(copy, 0, page * pageSize, Math.min(file.content.length, (page + 1) * pageSize))
  return copy
}
