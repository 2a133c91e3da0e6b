import type { CasePictureKind } from '@eduduty/core/enrolment'
import type { KeyStorage } from './key-storage.ts'

/** A picture of a record that was not sent yet; its content lies beside, so that typing does not write it anew. */
export interface KeptPicture {
  readonly id: string
  readonly kind: CasePictureKind
}

const PREFIX = 'eduduty:visit-picture:'

/** False when the browser does not keep it: storage full or forbidden. `at` stands in front, so that old ones can be told. */
export function keepPicture(storage: KeyStorage, id: string, data: string, now: Date): boolean {
  try {
    storage.setItem(PREFIX + id, `${now.getTime()} ${data}`)
    return true
  } catch {
    return false
  }
}

/** A data address; undefined where it is gone. */
export function readPicture(storage: KeyStorage, id: string): string | undefined {
  try {
    const kept = storage.getItem(PREFIX + id)
    return kept === null ? undefined : kept.slice(kept.indexOf(' ') + 1)
  } catch {
    return undefined
  }
}

export function dropPictures(storage: KeyStorage, pictures: readonly KeptPicture[]): void {
  for (const { id } of pictures) storage.removeItem(PREFIX + id)
}

/** Forgets pictures that are older than the records they could belong to, whoever kept them. */
export function forgetOldPictures(storage: Storage, now: Date, age: number): void {
  for (const name of Object.keys(storage)) {
    if (!name.startsWith(PREFIX)) continue
    const at = Number.parseInt(storage.getItem(name) ?? '', 10)
    if (!(now.getTime() - at < age)) storage.removeItem(name)
  }
}
