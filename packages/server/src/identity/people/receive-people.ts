import type { AuditEvent } from '@eduduty/core/audit'
import type { Finding, RegisterRow } from '@eduduty/core/collection'
import { type ImportedPeopleFile, peopleRegister, personOfRow } from '@eduduty/core/identity'
import type { Caller } from '../../platform/ctx.ts'
import type { Door } from '../../platform/door.ts'
import type { Keyring } from '../../platform/keys/keyring.ts'
import { readImportFile, type SentFile } from '../../platform/workbooks/import-file.ts'
import { writeOrUndo } from '../../platform/write-or-undo.ts'
import { importPeople, type WorkedPeople } from './import-people.ts'

export interface ReceivePeople {
  readonly file: SentFile
  readonly county: string
  /** Only say what would happen. */
  readonly dryRun: boolean
}

export interface ReceivedPeople {
  readonly outcome: ImportedPeopleFile
  /** As the marking of the file needs them. */
  readonly findings: readonly Finding[]
}

const mostRows = 2000

/** A list of people, whole or not at all: one wrong row keeps the file out. Errors: as importPeople. */
export async function receivePeople(
  door: Door,
  caller: Caller,
  { file, county, dryRun }: ReceivePeople,
  keyring: Keyring,
): Promise<ReceivedPeople> {
  const read = await readImportFile(file, [peopleRegister], [])
  const wrong = [...read.findings.filter(isError), ...tooMany(read.rows)]
  const rows = wrong.some(({ cell }) => cell === undefined) ? [] : read.rows
  const input = { county_code: county, dry_run: dryRun, rows: rows.map((row, at) => personOfRow(row, at + 1)) }
  const isRefused = (worked: WorkedPeople): boolean => wrong.length > 0 || !worked.applied
  const worked = await writeOrUndo(door, caller, (ctx) => importPeople(ctx, input, keyring), isRefused)
  const findings = [...wrong, ...worked.findings.flatMap((finding) => rowFinding(finding, rows, wrong))]
  const applied = !isRefused(worked)
  if (!applied && !dryRun) await door.record(caller, refusedImport(findings.length))
  const { people, accounts } = worked
  return { outcome: { applied, people, accounts, findings: findings.map(shown) }, findings }
}

export function refusedImport(findings: number): AuditEvent {
  const reason = `${findings} 处有误`
  return { action: 'identity.add_person', subject: '批量导入人员', result: 'denied', reason }
}

const isError = (finding: Finding): boolean => finding.level === 'error'

function tooMany(rows: readonly RegisterRow[]): readonly Finding[] {
  if (rows.length <= mostRows) return []
  const message = `有 ${rows.length} 行，一次最多 ${mostRows} 行`
  return [{ level: 'error', code: 'too_many_people', message, advice: '请分成几个文件导入' }]
}

/** The same as it stands in the file. What the reader has found already is not said twice. */
function rowFinding(
  { line, name, field, message, advice }: WorkedPeople['findings'][number],
  rows: readonly RegisterRow[],
  said: readonly Finding[],
): readonly Finding[] {
  const source = rows[line - 1]?.source
  if (source === undefined) return []
  const cell = source.cellOf(field) ?? source.cellOf('name') ?? source.cellOf('unit')
  if (said.some((finding) => finding.sheet === source.sheet && finding.cell === cell)) return []
  return [
    {
      level: 'error',
      code: 'person_row',
      message: message.slice(0, message.length - advice.length).replace(/。$/, ''),
      advice,
      file: source.file,
      sheet: source.sheet,
      column: field,
      unit_name: name,
      ...(cell !== undefined && { cell }),
    },
  ]
}

function shown({ sheet = '', cell = '', unit_name: name = '', message, advice = '' }: Finding) {
  return { sheet, cell, name, message: advice === '' ? message : `${message}。${advice}` }
}
