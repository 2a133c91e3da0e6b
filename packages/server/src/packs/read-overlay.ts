import { type PackFile, type PackProblem, type SourcedOverlay, tailorPack } from '@eduduty/core/packs'
import { fromFolder } from './from-folder.ts'
import { hashOf } from './hash-of.ts'
import type { PackReading } from './pack-reading.ts'

interface OverlayFolder extends SourcedOverlay {
  readonly folder: string
  readonly files: readonly PackFile[]
  readonly trail: readonly string[]
}

type ReadPack = (id: string) => Promise<PackReading>

/** Reads the pack that an overlay tailors, from the folder beside it or from the installed ones, and joins both. */
export async function readOverlay(
  { overlay, source, folder, files, trail }: OverlayFolder,
  kept: PackReading | undefined,
  read: ReadPack,
): Promise<PackReading> {
  const id = overlay.pack.overlays?.pack ?? ''
  const own = overlay.pack.id
  const failed = (problem: Pick<PackProblem, 'code' | 'message' | 'suggestion'>): PackReading => ({
    folder,
    files,
    loaded: undefined,
    problems: [{ ...problem, ...source.place(['pack', 'overlays', 'pack']) }],
    source,
  })
  if ([...trail, own].includes(id))
    return failed({
      code: 'pack_cycle',
      message: `标准包循环引用：${[...trail, own, id].join(' → ')}。`,
      suggestion: '去掉其中一处。',
    })
  const reading = await read(id)
  const base = reading.loaded
  if (base === undefined)
    return failed({
      code: 'used_pack',
      message: `上级标准包“${id}”不能用：${reading.problems[0]?.message ?? ''}`,
    })
  if (kept?.loaded?.tailored?.base.pack === base.pack) return kept
  const from = fromFolder(`../${id}`, reading, base.pack)
  const tailoring = tailorPack(from, { overlay, source })
  const all = [...files, ...from.files]
  const { joined, problems } = tailoring
  if (problems.length > 0) return { folder, files: all, loaded: undefined, problems, source }
  const loaded = {
    pack: joined.pack,
    own: tailorPack({ pack: base.own, source: from.source }, { overlay, source }).joined.pack,
    hash: hashOf(joined.pack),
    folder,
    tailored: { base, tailoring },
  }
  return { folder, files: all, loaded, problems: [], source: joined.source }
}
