import type { Finding } from '@eduduty/core/collection'
import { type ImportOutcome, unitKindCodes, unitRegister } from '@eduduty/core/organizations'
import type { Caller } from '../../platform/ctx.ts'
import type { Door } from '../../platform/door.ts'
import { readImportFile, type SentFile } from '../../platform/workbooks/import-file.ts'
import { writeOrUndo } from '../../platform/write-or-undo.ts'
import { importUnits, type WorkedRows } from './import-units.ts'
import { outcomeOf } from './outcome-of.ts'

export interface ReceiveUnits {
  readonly file: SentFile
  readonly county: string
  readonly openedOn: string
  /** Only say what would happen. */
  readonly dryRun: boolean
}

export interface Received {
  readonly outcome: ImportOutcome
  /** As the marking of the file needs them. */
  readonly findings: readonly Finding[]
}

/** A list of units, whole or not at all: one wrong row keeps the file out. The same file again changes nothing. */
export async function receiveUnits(door: Door, caller: Caller, input: ReceiveUnits): Promise<Received> {
  const { file, county, openedOn, dryRun } = input
  const read = await readImportFile(file, [unitRegister], [unitKindCodes])
  const isRefused = (worked: WorkedRows): boolean => [...read.findings, ...worked.findings].some(isError)
  const worked = await writeOrUndo(
    door,
    caller,
    async (ctx) => {
      const done = await importUnits(ctx, { county, rows: read.rows, openedOn })
      const { added, changed, unchanged } = done
      ctx.audit({
        action: 'organizations.import',
        subject: `单位名册 ${file.name}`,
        detail: { county, sha256: read.sha256, added, changed, unchanged },
      })
      return done
    },
    (done) => dryRun || isRefused(done),
  )
  const findings = [...read.findings, ...worked.findings]
  return { outcome: outcomeOf(worked, findings, !dryRun && !isRefused(worked)), findings }
}

const isError = (finding: Finding): boolean => finding.level === 'error'
