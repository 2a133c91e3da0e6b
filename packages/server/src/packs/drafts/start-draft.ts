import {
  type DraftEntry,
  editFiles,
  filesOfPack,
  listEntries,
  type PackFile,
  type StartDraft,
} from '@eduduty/core/packs'
import type { Ctx } from '../../platform/ctx.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { findKeptContent } from '../kept-content.ts'
import { addDraft } from './add-draft.ts'
import { blankPack } from './blank-pack.ts'
import { versionFiles } from './version-files.ts'

/** Errors: `pack.version_not_found`, `pack.draft_whole_area`, `pack.draft_file`. */
export async function startDraft(ctx: Ctx, { title, from }: StartDraft): Promise<DraftEntry> {
  if (from.kind === 'blank') return addDraft(ctx, { title, files: blankPack })
  const base = { packId: from.pack_id, hash: from.hash }
  const files =
    from.kind === 'copy' ? withVersion(await versionFiles(ctx.db, base), from.version) : await overlayFiles(ctx, from)
  return addDraft(ctx, { title, base, files })
}

function withVersion(files: readonly PackFile[], version: string): PackFile[] {
  const manifest = listEntries(files).entries.find(({ section }) => section === 'pack')
  if (manifest === undefined) throw new AppError('pack.version_not_found')
  return editFiles(files, { kind: 'set', file: manifest.file, path: ['pack', 'version'], value: version })
}

type OverlayStart = Extract<StartDraft['from'], { kind: 'overlay' }>

async function overlayFiles(ctx: Ctx, from: OverlayStart): Promise<readonly PackFile[]> {
  const base = await findKeptContent(ctx.db, { packId: from.pack_id, hash: from.hash })
  if (base === undefined) throw new AppError('pack.version_not_found')
  const { id, title, issuer, document, scope, since } = from
  const { version, licence } = base.pack.pack
  const overlays = { pack: from.pack_id, version }
  return filesOfPack({
    pack: { id, version: '0.1.0', title, issuer, document, scope, since, licence, overlays },
    changes: [],
  })
}
