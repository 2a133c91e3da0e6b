import type { KeptCheck, ReportText } from '@eduduty/core/claims'
import type { GrantInForce } from '@eduduty/core/identity'
import { scopesFor } from '@eduduty/core/identity'
import { getRunFacts, getRunKey } from '../../evaluation/index.ts'
import type { Caller, Ctx } from '../../platform/ctx.ts'
import type { Door } from '../../platform/door.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { assertSubject } from '../find-reference.ts'
import { checkInThread } from '../thread/check-in-thread.ts'
import { type ReferenceParts, referenceOfParts } from '../thread/reference-parts.ts'
import { addCheck, unitOf } from './add-check.ts'
import { contentOf, getCheck } from './check-row.ts'
import { copyBlock } from './draft-text.ts'
import { readRunReference } from './read-run-reference.ts'

/** A file, or pasted text as one, and what it is to be held against. */
export interface Upload {
  readonly name: string
  readonly bytes: Uint8Array
  readonly isPasted: boolean
  readonly run?: string | undefined
  /** Whose report it is, as the run calls them. */
  readonly subject?: string | undefined
  readonly older?: { readonly county: string; readonly check: string } | undefined
}

interface Asker {
  readonly door: Door
  readonly caller: Caller
  readonly grants: readonly GrantInForce[]
  /** Aborted when whoever asks waits no longer. */
  readonly signal: AbortSignal
}

/**
 * Checks a file and keeps the check. Errors: `claims.unreadable`, `claims.busy`, `claims.older_not_found`,
 * `evaluation.run_not_found`, `claims.subject_not_found`.
 */
export async function checkUpload(asker: Asker, upload: Upload): Promise<KeptCheck> {
  const { door, caller, signal } = asker
  const against = upload.run === undefined ? undefined : await referenceFor(asker, upload.run, upload.subject)
  const older = upload.older && (await door.read(caller, (ctx) => findOlder(ctx, upload.older)))
  const request = {
    input: { bytes: upload.bytes, name: upload.isPasted ? '' : upload.name },
    ...(against !== undefined && { against: against.parts }),
    ...(older !== undefined && { older: older.report }),
  }
  const checked = await checkInThread(request, upload.name, signal)
  const { text, blocks } = checked.report
  return door.write(caller, (ctx) =>
    addCheck(ctx, {
      title: upload.name.replace(/\.(?:docx|doc|html?|txt)$/i, '') || upload.name,
      source: upload.isPasted ? 'text' : 'file',
      fileName: upload.isPasted ? '' : upload.name,
      bytes: upload.bytes,
      path: unitOf(caller),
      content: { text, blocks: blocks.map(copyBlock) },
      checked,
      ...(against !== undefined && { run: against.run }),
      ...(older !== undefined && { older: { id: older.id, title: older.title } }),
    }),
  )
}

/** What a run is called where it is chosen. */
export const runTitle = (county: string, year: number, pack: string): string => `${county} ${year}年 ${pack}`

/** Figures are read as far as results may be seen, which is not as far as reports may be checked. */
async function referenceFor(
  { door, caller, grants }: Asker,
  run: string,
  about: string | undefined,
): Promise<{ readonly run: { readonly id: string; readonly title: string }; readonly parts: ReferenceParts }> {
  const reader: Caller = { ...caller, scopes: scopesFor(grants, 'evaluation.read') }
  if (reader.scopes.length === 0) throw new AppError('evaluation.run_not_found')
  return door.read(reader, async ({ db }) => {
    const key = await getRunKey(db, run)
    const { countyName, year } = await getRunFacts(db, key)
    const parts = await readRunReference(db, key)
    if (about !== undefined) assertSubject(referenceOfParts(parts), about)
    return {
      run: { id: key.run, title: runTitle(countyName, year, parts.assessment.run.pack.title) },
      parts: about === undefined ? parts : { ...parts, about },
    }
  })
}

async function findOlder(
  ctx: Ctx,
  key: { readonly county: string; readonly check: string } | undefined,
): Promise<{ readonly id: string; readonly title: string; readonly report: ReportText } | undefined> {
  if (key === undefined) return undefined
  const row = await getCheck(ctx, key).catch((error: unknown) => {
    if (error instanceof AppError && error.code === 'claims.not_found') throw new AppError('claims.older_not_found')
    throw error
  })
  const { text, blocks } = contentOf(row)
  return { id: row.check_id, title: row.title, report: { text, blocks } }
}
