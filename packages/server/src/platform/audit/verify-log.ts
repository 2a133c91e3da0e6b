import {
  type ChainFinding,
  type ChainView,
  findingKinds,
  findingSentence,
  type VerifyReport,
} from '@eduduty/core/audit'
import type { Queries } from '../db/database.ts'
import type { Keyring } from '../keys/keyring.ts'
import { checkpointSeal } from './checkpoint-line.ts'
import { chainMac } from './event-mac.ts'
import { type CheckpointMatch, checkpointLength, matchCheckpoints, type WalkedChain } from './match-checkpoints.ts'
import { listChains, readEvents, type StoredChain } from './read-chain.ts'
import { ChainWalk, toleranceSeconds, type WalkResult } from './walk-chain.ts'

export interface VerifyInput {
  /** Confined to what the caller may see; each query a transaction of its own, so that others get in between. */
  readonly db: Queries
  readonly keyring: Keyring
  /** Undefined: none are kept, and nothing is said of that. */
  readonly checkpoints: string | undefined
  readonly concerns?: (county: string) => boolean
  readonly pageRows?: number
  readonly report?: (done: number, total: number) => void
}

interface Walked {
  readonly chain: StoredChain
  readonly walk: WalkResult
}

/**
 * Verifies every chain that the caller may see, event by event in constant memory, and holds the checkpoints against
 * them. Errors: `audit.checkpoints_unreadable`; what is wrong with the log is returned.
 */
export async function verifyLog(input: VerifyInput): Promise<VerifyReport> {
  const { db, checkpoints } = input
  // First the length, then the heads: no checkpoint looked at is newer than the events looked at.
  const length = checkpoints === undefined ? 0 : checkpointLength(checkpoints)
  const chains = await listChains(db)
  const total = chains.reduce((sum, chain) => sum + chain.last, 0)
  const walked: Walked[] = []
  let done = 0
  for (const chain of chains) {
    const walk = await walkStored(input, chain, (rows) => {
      done += rows
      input.report?.(done, total)
    })
    walked.push({ chain, walk })
  }
  const match = await matchAll(input, length, walked)
  const findings = [
    ...walked.flatMap(({ chain, walk }) => [...walk.findings, ...headFindings(chain, walk)]),
    ...match.findings,
    ...(checkpoints === undefined ? [] : unwatched(walked, match)),
  ]
  return {
    ok: findings.every((finding) => findingKinds[finding.kind].severity === 'note'),
    chains: walked.map(({ chain, walk }) => chainView(chain, walk, match)),
    findings: findings.map(findingView),
    left_out: walked.reduce((sum, { walk }) => sum + walk.leftOut, 0),
    checkpoints: match.lines,
    tolerance_seconds: toleranceSeconds,
  }
}

async function walkStored(
  { db, keyring, pageRows = 2_000 }: VerifyInput,
  chain: StoredChain,
  report: (rows: number) => void,
): Promise<WalkResult> {
  const walk = new ChainWalk(chain.county, chain.head?.chain_id, chainMac(keyring, chain.county))
  for await (const page of readEvents(db, chain.county, chain.last, pageRows)) {
    for (const event of page) walk.take(event)
    report(page.length)
  }
  return walk.end()
}

function matchAll(input: VerifyInput, length: number, walked: readonly Walked[]): Promise<CheckpointMatch> {
  const chains = new Map<string, WalkedChain>(
    walked.map(({ chain, walk }) => [chain.county, { ...chain, restores: walk.restores }]),
  )
  const { db, keyring, checkpoints = '', concerns = () => true } = input
  return matchCheckpoints({ db, file: checkpoints, length, seal: checkpointSeal(keyring), chains, concerns })
}

function headFindings({ county, head, last }: StoredChain, { lastMac, lastAt }: WalkResult): readonly ChainFinding[] {
  const at = lastAt === undefined ? {} : { at: lastAt }
  if (head === undefined) return [{ county, kind: 'chain_missing', more: `还有 ${last} 条记录` }]
  if (last < head.no) return [{ county, kind: 'truncated', from: last + 1, to: head.no }]
  if (last > head.no) return [{ county, kind: 'inserted', from: head.no + 1, to: last, more: '在链首登记的末条之后' }]
  return lastMac === head.mac ? [] : [{ county, kind: 'head_mismatch', from: last, ...at }]
}

function unwatched(walked: readonly Walked[], match: CheckpointMatch): readonly ChainFinding[] {
  const known = new Set([...match.newest.keys(), ...match.findings.map((finding) => finding.county)])
  return walked
    .filter(({ chain }) => chain.last > 0 && !known.has(chain.county))
    .map(({ chain }) => ({ county: chain.county, kind: 'no_checkpoints' }))
}

function chainView({ county, head }: StoredChain, walk: WalkResult, match: CheckpointMatch): ChainView {
  const checkpoint = match.newest.get(county)
  return {
    county,
    chain_id: head?.chain_id ?? '',
    events: walk.count,
    ...(walk.firstAt !== undefined && { first_at: walk.firstAt }),
    ...(walk.lastAt !== undefined && { last_at: walk.lastAt }),
    ...(checkpoint !== undefined && { last_checkpoint: checkpoint }),
  }
}

function findingView(finding: ChainFinding): VerifyReport['findings'][number] {
  const { county, kind, from, to, at } = finding
  const { severity, advice } = findingKinds[kind]
  return {
    county,
    kind,
    severity,
    says: findingSentence(finding),
    advice,
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    ...(at !== undefined && { at }),
  }
}
