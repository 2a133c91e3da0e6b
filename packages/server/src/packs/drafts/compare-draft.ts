import { proveOverlay } from '@eduduty/core/evaluation'
import { type DraftDifferences, diffPacks } from '@eduduty/core/packs'
import type { Ctx } from '../../platform/ctx.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { findKeptContent } from '../kept-content.ts'
import type { TailoredReading } from '../pack-reading.ts'
import { conclusionOf, idOf, isOpen, parts } from '../proof-text.ts'
import { type DraftKey, getDraft } from './draft-row.ts'
import { readDraftFiles } from './draft-texts.ts'
import { readDrafted } from './read-drafted.ts'

/**
 * What a draft changes against the version it started from, and of an overlay whether each step tightens. Errors:
 * `pack.draft_not_found`, `pack.draft_wrong`.
 */
export async function compareDraft({ db }: Pick<Ctx, 'db'>, key: DraftKey): Promise<DraftDifferences> {
  const { base } = await getDraft(db, key)
  const { reading, problems } = await readDrafted(db, await readDraftFiles(db, key))
  const { loaded } = reading
  if (loaded === undefined) throw new AppError('pack.draft_wrong', { count: problems.length })
  const before = base && (await findKeptContent(db, { packId: base.pack_id, hash: base.hash }))
  return {
    ...(before !== undefined && { base: { title: before.pack.pack.title, version: before.pack.pack.version } }),
    changes: before === undefined ? [] : diffPacks(before.pack, loaded.pack),
    ...(loaded.tailored !== undefined && { proof: proofOf(loaded.tailored) }),
  }
}

function proofOf({ base, tailoring }: TailoredReading): NonNullable<DraftDifferences['proof']> {
  const proof = proveOverlay(tailoring)
  return {
    tailors: `${base.pack.pack.title}（${idOf(base.pack)}）`,
    conclusion: conclusionOf(proof),
    steps: proof.map((proved) => {
      const { kind, section, id, title, place, authority } = proved.step
      return {
        effect: proved.effect,
        kind: parts[kind] ?? kind,
        section,
        id,
        title,
        file: place.file,
        line: place.line,
        because: [...proved.because],
        ...(authority !== undefined && { authority: `${authority.document}${authority.article}` }),
        open: isOpen(proved),
      }
    }),
  }
}
