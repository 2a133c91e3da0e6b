import { packetVerdicts, type TaskFinding } from '@eduduty/core/collection'
import type { Ctx } from '../../platform/ctx.ts'
import type { Keyring } from '../../platform/keys/keyring.ts'
import { explainFinding } from '../review/explain-finding.ts'
import { getTask } from '../tasks/get-task.ts'
import { listFindings } from '../tasks/list-findings.ts'
import type { TaskKey } from '../tasks/task-row.ts'
import type { ReturnedCheck } from './read-packet.ts'

/** Shorter or longer ones are no explanations; the same limits as on the page. */
const SHORTEST = 4
const LONGEST = 1_000

export interface PacketWords {
  readonly explained: number
  /** Numbers of checks whose explanation was too short or too long. */
  readonly unfit: readonly string[]
  /** Numbers of checks that the file and the system judge differently. */
  readonly differing: readonly string[]
}

/** Takes the explanations of a packet, and says where its checks come out otherwise than the system's. */
export async function explainPacket(
  ctx: Ctx,
  key: TaskKey,
  checks: readonly ReturnedCheck[],
  keyring: Keyring,
): Promise<PacketWords> {
  const findings = (await listFindings(ctx, await getTask(ctx, key))).filter(({ kind }) => kind === 'check')
  const found = new Map(findings.map((finding) => [finding.check, finding]))
  const unfit: string[] = []
  let explained = 0
  for (const { check, no, explanation } of checks) {
    const finding = found.get(check)
    if (finding === undefined || finding.severity !== 'soft' || !isNew(explanation, finding)) continue
    if (explanation.length < SHORTEST || explanation.length > LONGEST) unfit.push(no)
    else {
      await explainFinding(ctx, key, { check, row_no: finding.row_no, text: explanation }, keyring)
      explained += 1
    }
  }
  return {
    explained,
    unfit,
    differing: checks.filter((one) => isOtherwise(one, found.has(one.check))).map(({ no }) => no),
  }
}

const isNew = (text: string, { explanation }: TaskFinding): boolean =>
  text !== '' && (explanation?.text !== text || explanation.status === 'rejected')

function isOtherwise({ verdict }: ReturnedCheck, isFound: boolean): boolean {
  return (verdict === packetVerdicts.passed && isFound) || (verdict === packetVerdicts.failed && !isFound)
}
