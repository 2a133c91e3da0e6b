import type { UnitEntry } from '@eduduty/core/organizations'
import type { Ctx } from '../../platform/ctx.ts'
import { hasText } from '../texts/has-text.ts'
import type { Receiving } from './receive-upload.ts'
import { type TakenFile, takeIn } from './take-in.ts'
import { roomFor } from './upload-place.ts'

/** A file that comes in at a page of another slice. */
export interface Filing<T> {
  /** Who keeps it. */
  readonly unit: Pick<UnitEntry, 'org_path' | 'name'>
  readonly name: string
  readonly content: AsyncIterable<Uint8Array>
  /** Writes its rows, with those of what it belongs to. */
  readonly keep: (ctx: Ctx, file: TakenFile) => Promise<T>
}

/** Takes a file in for another slice, as every upload is. Errors: `archive.file_refused`, `archive.quota_reached`, those of the store and of `keep`. */
export async function fileElsewhere<T>(
  { door, files, caller, county, onText }: Receiving,
  { unit, name, content, keep }: Filing<T>,
): Promise<T> {
  const room = await door.read(caller, (ctx) => roomFor(ctx, county, unit))
  const file = await takeIn(files, name, content, room)
  try {
    await files.place(county, file)
    const kept = await door.write(caller, (ctx) => keep(ctx, file))
    if (hasText(file.media)) onText()
    return kept
  } finally {
    await files.drop(file)
  }
}
