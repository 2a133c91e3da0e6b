import { fileKindsText, isAccepted } from '@eduduty/core/archive'
import { FileKind } from '@eduduty/core/packs'
import { Value } from 'typebox/value'
import { AppError } from '../../platform/errors/app-error.ts'

interface AskingNeed {
  readonly title: string
  readonly file_no: string
  readonly accepts: readonly string[]
}

/** Kinds of files that a need takes; empty: all. What a later program takes is not known to this one. */
function kindsOf({ accepts }: Pick<AskingNeed, 'accepts'>): readonly FileKind[] {
  return accepts.flatMap((kind) => (Value.Check(FileKind, kind) ? [kind] : []))
}

/** Why a file cannot prove what is asked; undefined: it can. */
export function whyNotAccepted(need: AskingNeed, name: string, media: string): AppError | undefined {
  const kinds = kindsOf(need)
  if (isAccepted(kinds, media)) return undefined
  return new AppError('archive.kind_not_accepted', {
    title: name,
    material: `${need.file_no}《${need.title}》`,
    kinds: fileKindsText(kinds),
  })
}
