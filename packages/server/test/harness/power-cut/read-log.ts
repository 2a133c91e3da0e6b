import { readFileSync } from 'node:fs'

/** What the recorder saw, in order. */
export type DiskEvent =
  | { readonly op: 'create' | 'sync' | 'remove' | 'mkdir'; readonly file: string }
  | { readonly op: 'write'; readonly file: string; readonly position: number; readonly content: Buffer }
  | { readonly op: 'truncate'; readonly file: string; readonly size: number }
  | { readonly op: 'rename'; readonly file: string; readonly to: string }
  | { readonly op: 'ack'; readonly id: number }

export function readLog(path: string): readonly DiskEvent[] {
  const log = readFileSync(path)
  const events: DiskEvent[] = []
  for (let at = 0; at < log.length; ) {
    const end = log.indexOf(10, at)
    const { bytes, ...entry } = JSON.parse(log.toString('utf8', at, end))
    events.push(entry.op === 'write' ? { ...entry, content: log.subarray(end + 1, end + 1 + bytes) } : entry)
    at = end + 1 + bytes
  }
  return events
}
