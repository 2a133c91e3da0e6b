import { areaRegister, plainAreaRegister } from '@eduduty/core/organizations'
import type { Caller } from '../../platform/ctx.ts'
import type { Door } from '../../platform/door.ts'
import { readImportFile, type SentFile } from '../../platform/workbooks/import-file.ts'
import { writeOrUndo } from '../../platform/write-or-undo.ts'
import { outcomeOf } from '../import/outcome-of.ts'
import type { Received } from '../import/receive-units.ts'
import { importAreas } from './import-areas.ts'

export interface ReceiveAreas {
  readonly file: SentFile
  readonly since: string
  /** Only say what would happen. */
  readonly dryRun: boolean
}

/** A list of areas, whole or not at all. The same file again changes nothing. */
export async function receiveAreas(
  door: Door,
  caller: Caller,
  { file, since, dryRun }: ReceiveAreas,
): Promise<Received> {
  const read = await readImportFile(file, [areaRegister, plainAreaRegister], [])
  const hasErrors = (findings: Received['findings']): boolean =>
    [...read.findings, ...findings].some((finding) => finding.level === 'error')
  const worked = await writeOrUndo(
    door,
    caller,
    async (ctx) => {
      const done = await importAreas(ctx, { rows: read.rows, since })
      const { added, changed, unchanged } = done
      ctx.audit({
        action: 'organizations.import',
        subject: `行政区划 ${file.name}`,
        detail: { sha256: read.sha256, added, changed, unchanged },
      })
      return done
    },
    (done) => dryRun || hasErrors(done.findings),
  )
  const findings = [...read.findings, ...worked.findings]
  return { outcome: outcomeOf(worked, findings, !dryRun && !hasErrors(worked.findings)), findings }
}
