import type { Finding, MappingFile } from '@eduduty/core/collection'
import { checkForm, type FailedCheck } from '@eduduty/core/consistency'
import type { OrgPath } from '@eduduty/core/organizations'
import { AppError } from '../../platform/errors/app-error.ts'
import { formChecks } from '../entry/run-task-checks.ts'
import { type RowSink, type StreamOptions, streamRegister } from '../stream/stream-register.ts'
import { isRoster } from '../tasks/task-row.ts'
import { chooseRows, type WantedRows } from '../upload/choose-rows.ts'
import { markedRoster } from '../upload/marked-roster.ts'
import { markUpload, readUpload } from '../upload/read-upload.ts'
import { FORM_BYTES } from '../upload/receive-file.ts'
import { refuseForeign, takenOrRefused } from '../upload/refuse-roster.ts'
import type { SentBody } from '../upload/sent-body.ts'

/** A file, and for whom it is read. */
export interface FileToTry extends WantedRows {
  readonly name: string
  readonly body: SentBody
  readonly mapping?: MappingFile
  readonly county: string
  readonly path: OrgPath
}

/** What importing a file would give. */
export interface TriedFile {
  readonly rows: number
  readonly faults: number
  readonly reading: readonly Finding[]
  readonly checks: readonly FailedCheck[]
  readonly marked: Uint8Array | undefined
}

/** Reads and checks a file as an import does, and keeps nothing of it. Errors: what is wrong with the file as a whole. */
export function tryFile(file: FileToTry, options: StreamOptions = {}): Promise<TriedFile> {
  return isRoster(file.pack, file.row.register) ? tryRoster(file, options) : tryForm(file)
}

async function tryForm({ name, body, pack, row, mapping }: FileToTry): Promise<TriedFile> {
  if (body.bytes > FORM_BYTES) throw new AppError('request.too_large')
  const file = await body.whole(name)
  const read = await readUpload(file, pack, pack.register(row.register), {
    year: row.year,
    ...(mapping !== undefined && { mapping }),
  })
  const { rows } = chooseRows({ row, pack }, read)
  const own = new Set(formChecks(pack).map(({ id }) => id))
  const { failed } = checkForm({ plan: pack.plan(), register: row.register, year: row.year, rows: rows.slice(0, 1) })
  const faults = read.findings.filter(({ level }) => level === 'error').length
  return {
    rows: 1,
    faults,
    reading: read.findings,
    checks: failed.filter(({ check }) => own.has(check)),
    marked: faults === 0 ? undefined : await markUpload(file, read.findings),
  }
}

const nowhere: RowSink = { begin: async () => {}, add: async () => {}, finish: async () => {} }

async function tryRoster(file: FileToTry, options: StreamOptions): Promise<TriedFile> {
  const { name, body, pack, row, mapping, county, path } = file
  const request = {
    path: body.path,
    name,
    pack: pack.pack,
    register: row.register,
    year: row.year,
    only: row.unit_code,
    place: { county, path, paths: [], submission: '' },
    ...(mapping !== undefined && { mapping }),
  }
  const outcome = await streamRegister(request, nowhere, options)
  const { summary } = takenOrRefused(
    file,
    outcome.state === 'read' ? { ...outcome, state: 'stored', submission: '', fileId: '' } : outcome,
  )
  refuseForeign(file, summary)
  const faults = summary.counts.reduce((sum, { level, count }) => sum + (level === 'error' ? count : 0), 0)
  const marked = await markedRoster(file, summary.findings)
  return { rows: summary.rows, faults, reading: summary.findings, checks: [], marked }
}
