// Loaded before the program: records every change of the files below RECORD_FOLDER into the file RECORD_LOG, in order.
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { relative, resolve } from 'node:path'

const original = { ...fs }
const folder = process.env.RECORD_FOLDER
const log = folder === undefined ? undefined : original.openSync(process.env.RECORD_LOG, 'a')
const paths = new Map()

/** One record: a line of JSON, followed by `bytes` bytes of content. One write, so that threads do not mix. */
function record(entry, content = Buffer.alloc(0)) {
  const line = Buffer.from(`${JSON.stringify({ ...entry, bytes: content.length })}\n`)
  original.writeSync(log, Buffer.concat([line, content]))
}

/** The path as seen from the folder; undefined for files elsewhere. */
function inside(path) {
  const short = relative(folder, resolve(String(path)))
  return short.startsWith('..') ? undefined : short
}

/** Replaces fs[name] by one that works as before and then tells what happened. */
function after(name, tell) {
  fs[name] = (...args) => {
    const result = original[name](...args)
    tell(args, result)
    return result
  }
}

if (log !== undefined) {
  after('openSync', ([path, flags], descriptor) => {
    const file = inside(path)
    if (file === undefined) return
    paths.set(descriptor, file)
    const { O_CREAT, O_TRUNC } = fs.constants
    if (typeof flags === 'number' && (flags & O_TRUNC) !== 0) record({ op: 'truncate', file, size: 0 })
    else if (typeof flags === 'number' && (flags & O_CREAT) !== 0) record({ op: 'create', file })
  })
  after('closeSync', ([descriptor]) => paths.delete(descriptor))
  after('writeSync', ([descriptor, buffer, offset, , position], written) => {
    const file = paths.get(descriptor)
    if (file === undefined) return
    if (typeof position !== 'number') throw new Error('the recorder knows writes with a position only')
    const content = Buffer.from(buffer.buffer, buffer.byteOffset + offset, written)
    record({ op: 'write', file, position }, content)
  })
  after('fsyncSync', ([descriptor]) => {
    const file = paths.get(descriptor)
    if (file !== undefined) record({ op: 'sync', file })
  })
  after('ftruncateSync', ([descriptor, size]) => {
    const file = paths.get(descriptor)
    if (file !== undefined) record({ op: 'truncate', file, size: size ?? 0 })
  })
  after('truncateSync', ([path, size]) => {
    const file = inside(path)
    if (file !== undefined) record({ op: 'truncate', file, size: size ?? 0 })
  })
  after('renameSync', ([from, to]) => {
    const file = inside(from)
    if (file !== undefined) record({ op: 'rename', file, to: inside(to) })
  })
  for (const [name, op] of [
    ['unlinkSync', 'remove'],
    ['rmdirSync', 'remove'],
    ['mkdirSync', 'mkdir'],
  ]) {
    after(name, ([path]) => {
      const file = inside(path)
      if (file !== undefined) record({ op, file })
    })
  }
  // The program calls this when the database has acknowledged the transaction `id`.
  globalThis.acknowledged = (id) => record({ op: 'ack', id })
  syncBuiltinESMExports()
}
