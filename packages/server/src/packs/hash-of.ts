import { createHash } from 'node:crypto'
import { canonicalText, type Pack } from '@eduduty/core/packs'

/** SHA-256 of a pack's content, independent of file layout and key order. */
export function hashOf(pack: Pack): string {
  return createHash('sha256').update(canonicalText(pack)).digest('hex')
}
