import { randomUUID } from 'node:crypto'
import type { Finding } from '@eduduty/core/collection'
import type { Caller, Ctx } from '../../platform/ctx.ts'
import type { DatabaseKind } from '../../platform/db/database.ts'
import type { Door } from '../../platform/door.ts'
import { fileIdOf } from '../files/file-id.ts'
import { lendRegisterKeys } from '../rows/cell-guard.ts'
import type { FindingCount } from './kept-findings.ts'
import { dropLoad, type Load, openLoad, publishLoad } from './load-steps.ts'
import type { RosterFile } from './roster-file.ts'
import { rowColumns } from './row-text.ts'
import type { OpenedFile, StreamSummary } from './stream-protocol.ts'
import { type RowSink, type StreamOptions, type StreamOutcome, streamRegister } from './stream-register.ts'

export type RosterOutcome =
  | { readonly state: 'stored'; readonly submission: string; readonly fileId: string; readonly summary: StreamSummary }
  | { readonly state: 'refused'; readonly findings: readonly Finding[]; readonly counts: readonly FindingCount[] }
  | { readonly state: 'cancelled' }

interface Parts {
  readonly db: { readonly kind: DatabaseKind }
  readonly door: Door
}

/**
 * Imports one roster as one submission: all its good rows, or nothing. Findings are part of the answer. On a server this
 * is one transaction. The embedded engine has a single session, so that others would wait until the end: there the rows
 * go in small slices under a submission that is `loading` until the last step, and `dropUnfinishedLoads` takes away what a
 * crash left.
 */
export async function loadRegister(
  { db, door }: Parts,
  caller: Caller,
  file: RosterFile,
  options: StreamOptions = {},
): Promise<RosterOutcome> {
  const id = `load-${randomUUID()}`
  return db.kind === 'server'
    ? inOneTransaction(door, caller, { id, file }, options)
    : inSlices(door, caller, { id, file }, options)
}

/** Ends a transaction in which nothing is to stay. */
class NothingStored extends Error {
  readonly outcome: RosterOutcome
  constructor(outcome: RosterOutcome) {
    super('nothing of the file is stored')
    this.outcome = outcome
  }
}

const SERVER_SLICE = 10_000

async function inOneTransaction(
  door: Door,
  caller: Caller,
  load: Load,
  options: StreamOptions,
): Promise<RosterOutcome> {
  try {
    return await door.write(caller, async (ctx) => {
      const sink = sinkOver(
        load,
        (work) => work(ctx),
        () => SERVER_SLICE,
      )
      const outcome = resultOf(load, await streamRegister(requestOf(load), sink, options))
      if (outcome.state !== 'stored') throw new NothingStored(outcome)
      return outcome
    })
  } catch (error) {
    if (error instanceof NothingStored) return error.outcome
    throw error
  }
}

/** Milliseconds that one slice may keep the only session. A slice costs some 25 besides its rows: its stage and its commit. */
const SLICE_TIME = 120

async function inSlices(door: Door, caller: Caller, load: Load, options: StreamOptions): Promise<RosterOutcome> {
  let rows = 500
  const write = <T>(work: (ctx: Ctx) => Promise<T>): Promise<T> => door.write(caller, work)
  const sink = sinkOver(load, write, (before) => {
    if (before !== undefined) rows = Math.min(5_000, Math.max(250, Math.round((rows * SLICE_TIME) / before)))
    return rows
  })
  let outcome: RosterOutcome = { state: 'cancelled' }
  try {
    outcome = resultOf(load, await streamRegister(requestOf(load), sink, options))
  } finally {
    if (outcome.state !== 'stored') await write((ctx) => dropLoad(ctx, load))
  }
  return outcome
}

function requestOf({ id, file }: Load) {
  const { path, name, pack, register, year, county, unit, paths = new Map(), mapping } = file
  const place = { county, path: unit.path, paths: [...paths], submission: id }
  const keys = lendRegisterKeys(file.keyring, register, county)
  const only = file.ownOnly === true ? { only: unit.code } : {}
  const optional = { ...only, ...(mapping !== undefined && { mapping }), ...(keys !== undefined && { keys }) }
  return { path, name, pack, register: register.id, year, place, ...optional }
}

function resultOf({ id, file }: Load, outcome: StreamOutcome): RosterOutcome {
  if (outcome.state !== 'read') return outcome
  const fileId = fileIdOf({ name: file.name, sha256: outcome.file.sha256 })
  return { state: 'stored', submission: id, fileId, summary: outcome.summary }
}

/** Collects batches to slices. `sizeOf` is told how many milliseconds the slice before took, and says how large the next one may be. */
function sinkOver(
  load: Load,
  write: (work: (ctx: Ctx) => Promise<void>) => Promise<void>,
  sizeOf: (before?: number) => number,
): RowSink {
  const { table, register } = load.file
  const columns = rowColumns(register)
  let waiting: Uint8Array[] = []
  let rows = 0
  let size = sizeOf()
  let opened: OpenedFile | undefined
  const flush = async (): Promise<void> => {
    if (rows === 0) return
    const [text, count] = [waiting, rows]
    waiting = []
    rows = 0
    await write(async (ctx) => {
      const begun = performance.now()
      await ctx.db.loadText(table, columns, text)
      size = sizeOf(((performance.now() - begun) * size) / count)
    })
  }
  return {
    async begin(file) {
      opened = file
      await write((ctx) => openLoad(ctx, load, file))
    },
    async add(text, count) {
      waiting.push(text)
      rows += count
      if (rows >= size) await flush()
    },
    async finish(summary) {
      await flush()
      if (opened !== undefined) await write((ctx) => publishLoad(ctx, load, summary))
    },
  }
}
