import { createReadStream, statSync } from 'node:fs'
import { createInterface } from 'node:readline'
import type { ChainFinding, FindingKind } from '@eduduty/core/audit'
import type { Queries } from '../db/database.ts'
import { AppError } from '../errors/app-error.ts'
import { type CheckpointLine, type CheckpointSeal, parseCheckpointLine } from './checkpoint-line.ts'
import type { StoredChain } from './read-chain.ts'

const linesAtOnce = 2_000
/** Signatures of so many lines are all checked; of later ones every hundredth, and every line that disagrees. */
const allSigned = 10_000

/** What is known of a chain when its checkpoints are compared with it. */
export interface WalkedChain extends StoredChain {
  readonly restores: readonly { readonly no: number; readonly at: string }[]
}

export interface CheckpointMatch {
  readonly findings: readonly ChainFinding[]
  readonly lines: number
  /** The newest checkpoint of each county that agrees with the chain. */
  readonly newest: ReadonlyMap<string, { readonly no: number; readonly at: string }>
}

/** Length of the file now: lines written later speak of events that were not looked at. Errors: unreadable. */
export function checkpointLength(file: string): number {
  try {
    return statSync(file).size
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return 0
    throw new AppError('audit.checkpoints_unreadable', { file, reason: '不能打开' }, { cause })
  }
}

interface MatchInput {
  readonly db: Queries
  readonly file: string
  readonly length: number
  readonly seal: CheckpointSeal
  readonly chains: ReadonlyMap<string, WalkedChain>
  /** Lines of other counties are none of the caller's business. */
  readonly concerns: (county: string) => boolean
}

/** Holds every line of the checkpoint file against the stored events, in one pass and in constant memory. */
export async function matchCheckpoints(input: MatchInput): Promise<CheckpointMatch> {
  const { file, length, concerns } = input
  const tally = createTally()
  let batch: CheckpointLine[] = []
  if (length > 0) {
    const stream = createReadStream(file, { encoding: 'utf8', end: length - 1 })
    for await (const text of createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY })) {
      if (text === '') continue
      const line = parseCheckpointLine(text)
      if (line === undefined) tally.add('checkpoint_torn', { county: '', no: 0, at: '' })
      else if (concerns(line.county)) batch.push(line)
      if (batch.length < linesAtOnce) continue
      await matchBatch(input, batch, tally)
      batch = []
    }
    await matchBatch(input, batch, tally)
  }
  return tally.result()
}

async function matchBatch(input: MatchInput, batch: readonly CheckpointLine[], tally: Tally): Promise<void> {
  const byCounty = new Map<string, CheckpointLine[]>()
  for (const line of batch) byCounty.set(line.county, [...(byCounty.get(line.county) ?? []), line])
  for (const [county, lines] of byCounty) {
    const codes = await readCodes(input.db, county, lines)
    for (const line of lines) {
      const kind = judge(line, input.chains.get(county), codes.get(line.no))
      const nth = tally.count()
      const suspicious = kind !== undefined && !input.seal.isGenuine(line)
      const sampled = kind === undefined && (nth <= allSigned || nth % 100 === 0)
      if (suspicious || (sampled && !input.seal.isGenuine(line))) tally.add('checkpoint_forged', line)
      else if (kind === undefined) tally.agree(line)
      else tally.add(kind, line)
    }
  }
}

async function readCodes(
  db: Queries,
  county: string,
  lines: readonly CheckpointLine[],
): Promise<ReadonlyMap<number, string>> {
  const rows = await db.run<{ event_no: number; mac: string }>(
    'select event_no, mac from audit_events where county_code = $1 and event_no = any($2::bigint[])',
    [county, lines.map((line) => line.no)],
  )
  return new Map(rows.map((row) => [row.event_no, row.mac]))
}

/** What a line says against the chain; undefined when they agree. */
function judge(
  line: CheckpointLine,
  chain: WalkedChain | undefined,
  code: string | undefined,
): FindingKind | undefined {
  if (chain?.head === undefined) return 'chain_missing'
  if (line.chain_id !== chain.head.chain_id) return 'chain_replaced'
  if (code === line.mac) return undefined
  if (chain.restores.some((restore) => restore.no <= line.no && restore.at >= line.at)) return 'restored'
  return line.no > chain.last ? 'behind_checkpoints' : 'rewritten'
}

type Spot = Pick<CheckpointLine, 'county' | 'no' | 'at'>

interface Tally {
  add(kind: FindingKind, line: Spot): void
  agree(line: CheckpointLine): void
  /** Counts a line; gives its number. */
  count(): number
  result(): CheckpointMatch
}

/** One finding for each kind and county, from its first event to its last. */
function createTally(): Tally {
  const groups = new Map<string, { kind: FindingKind; first: Spot; last: Spot; lines: number }>()
  const newest = new Map<string, { no: number; at: string }>()
  let lines = 0
  return {
    add(kind, line) {
      const { county, no, at } = line
      const spot = { county, no, at }
      const group = groups.get(`${kind} ${county}`)
      if (group === undefined) groups.set(`${kind} ${county}`, { kind, first: spot, last: spot, lines: 1 })
      else {
        group.lines += 1
        if (no < group.first.no) group.first = spot
        if (no > group.last.no) group.last = spot
      }
    },
    agree({ county, no, at }) {
      if (no >= (newest.get(county)?.no ?? 0)) newest.set(county, { no, at })
    },
    count: () => ++lines,
    result: () => ({
      lines,
      newest,
      findings: [...groups.values()].map(({ kind, first, last, lines: found }) => ({
        county: first.county,
        kind,
        ...(first.no > 0 && { from: first.no, to: last.no, at: last.at }),
        more: `${found} 个检查点`,
      })),
    }),
  }
}
