import type { EditAnswer, QueuedEdit } from '../../src/platform/grid/edit-queue.ts'
import { cellKey } from '../../src/platform/grid/grid-model.ts'
import type { SendResult } from '../../src/platform/grid/run-edit-queue.ts'

type Net = 'up' | 'down' | 'signed_out'

/** Stands in for the server within the page: keeps texts, and answers as the contract of the queue says. */
export interface PageServer {
  net: Net
  readonly texts: Map<string, string>
  /** Somebody else writes. */
  readonly others: Map<string, string>
  readonly send: (edits: readonly QueuedEdit[]) => Promise<SendResult>
}

export function createPageServer(): PageServer {
  const texts = new Map<string, string>()
  const others = new Map<string, string>()
  const server: PageServer = { net: 'up', texts, others, send }
  async function send(edits: readonly QueuedEdit[]): Promise<SendResult> {
    await new Promise((done) => setTimeout(done, 40))
    if (server.net === 'down') throw new TypeError('Failed to fetch')
    if (server.net === 'signed_out') return { halt: { reason: 'signed_out' } }
    return { answers: edits.map(answer) }
  }
  function answer({ row, column, from, to }: QueuedEdit): EditAnswer {
    const key = cellKey(row, column)
    const theirs = others.get(key)
    if (theirs !== undefined && theirs !== from && theirs !== to)
      return { row, column, outcome: 'conflict', theirs, by: '西坪镇中心校 · 何会计', at: '2026-11-26T01:05:00Z' }
    texts.set(key, to)
    return to === '999999'
      ? { row, column, outcome: 'invalid', message: '比上年多百倍，请核对' }
      : { row, column, outcome: 'saved' }
  }
  return server
}
