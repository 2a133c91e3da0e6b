import type { RegisterRow } from '@eduduty/core/collection'
import {
  DOOR_MARK_LENGTH,
  type DoorColumn,
  type DoorListTaken,
  doorMark,
  doorRegister,
  type FindingState,
  findingStates,
} from '@eduduty/core/enrolment'
import { maskName } from '@eduduty/core/identity'
import type { Caller } from '../../platform/ctx.ts'
import type { Door } from '../../platform/door.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import type { Keyring } from '../../platform/keys/keyring.ts'
import { readImportFile, type SentFile } from '../../platform/workbooks/import-file.ts'
import { assertKnownCounty } from '../county-reach.ts'
import { settleFinding } from './settle-finding.ts'

interface Receiving {
  readonly county: string
  readonly file: SentFile
  readonly keyring: Keyring
}

interface ListedFinding {
  readonly finding_id: string
  readonly name: string
  readonly state: FindingState
}

type Outcome = 'opened' | 'recorded' | 'unchanged' | 'waiting' | { readonly says: string }

const answers: ReadonlyMap<string, 'confirmed' | 'excluded'> = new Map([
  ['属实', 'confirmed'],
  ['排除', 'excluded'],
])

/**
 * Takes back a list for visits that was filled without the network: each line is an answer of its own, written whole or
 * not at all, and a line that cannot be taken says why. The same list again changes nothing. Errors:
 * `enrolment.county_not_found`, `enrolment.door_list_unread`.
 */
export async function receiveDoorList(
  door: Door,
  caller: Caller,
  { county, file, keyring }: Receiving,
): Promise<DoorListTaken> {
  assertKnownCounty(caller, county)
  const { rows, findings } = await readImportFile(file, [doorRegister], [])
  if (rows.length === 0)
    throw new AppError('enrolment.door_list_unread', { why: findings[0]?.message ?? '里面一行也没有' })
  const listed = await findListed(door, caller, county, rows)
  const counts = { opened: 0, recorded: 0, unchanged: 0, waiting: 0 }
  const problems: DoorListTaken['problems'] = []
  for (const row of rows) {
    const outcome = await takeLine(door, caller, { county, keyring, row, listed })
    if (outcome === undefined) continue
    if (typeof outcome === 'string') counts[outcome] += 1
    else
      problems.push({ row: (row.source.row ?? 0) + 1, name: maskName(textOf(row, 'child_name')), says: outcome.says })
  }
  return { ...counts, recorded: counts.recorded + counts.opened, problems }
}

const textOf = ({ values }: RegisterRow, column: DoorColumn): string => String(values[column] ?? '').trim()

const keyOf = (mark: string, name: string): string => `${mark} ${name}`

/** Findings of the marks of a list, as far as the caller reaches. */
async function findListed(
  door: Door,
  caller: Caller,
  county: string,
  rows: readonly RegisterRow[],
): Promise<ReadonlyMap<string, ListedFinding>> {
  const marks = [...new Set(rows.map((row) => textOf(row, 'mark')).filter((mark) => mark !== ''))]
  const found = await door.read(caller, ({ db }) =>
    db.run<ListedFinding>(
      `select finding_id, name, state from enrolment_findings
       where county_code = $1 and left(finding_id, ${DOOR_MARK_LENGTH}) = any($2::text[])`,
      [county, marks],
    ),
  )
  // A list that was printed with names masked comes back with names masked.
  return new Map(
    found.flatMap((one) => [one.name, maskName(one.name)].map((name) => [keyOf(doorMark(one.finding_id), name), one])),
  )
}

interface Line extends Omit<Receiving, 'file'> {
  readonly row: RegisterRow
  readonly listed: ReadonlyMap<string, ListedFinding>
}

/** What becomes of one line; nothing of one that nobody has written on. */
async function takeLine(
  door: Door,
  caller: Caller,
  { county, keyring, row, listed }: Line,
): Promise<Outcome | undefined> {
  const [mark, name, said] = [textOf(row, 'mark'), textOf(row, 'child_name'), textOf(row, 'answer')]
  const [why, proof] = [textOf(row, 'whereabouts'), textOf(row, 'proof')]
  if (mark === '') return name === '' ? undefined : { says: '没有编号。名册里没有的孩子，请在“劝返个案”里逐个报告' }
  const found = listed.get(keyOf(mark, name))
  if (found === undefined) return { says: '编号、姓名与本单位要核实的孩子对不上，请用下载的表，不要改这两栏' }
  if (said === '') return why === '' ? 'waiting' : { says: '写了“现在哪里”，没有写核实结果：请写“属实”或“排除”' }
  const answer = answers.get(said)
  if (answer === undefined) return { says: `核实结果写的是“${said.slice(0, 20)}”，只能写“属实”或“排除”` }
  if (found.state === answer) return 'unchanged'
  if (found.state !== 'open') return { says: `这个孩子已是“${findingStates[found.state]}”，表里写的是“${said}”` }
  if (why === '') return { says: '没有写“现在哪里”' }
  try {
    const body = { answer, why: why.slice(0, 1000), proof: proof.slice(0, 500) }
    const key = { county, finding: found.finding_id }
    const settled = await door.write(caller, (ctx) => settleFinding({ ctx, keyring }, key, body))
    return settled.case === undefined ? 'recorded' : 'opened'
  } catch (cause) {
    if (cause instanceof AppError) return { says: `${cause.message}${cause.advice}` }
    throw cause
  }
}
