import { lackingParticulars, type Particulars } from '@eduduty/core/archive'
import type { TakenFile } from './take-in.ts'

/** What of a file that has come in is still to be written, where some of it is known from where it came in; empty: nothing. */
export function owedBy(
  { media }: Pick<TakenFile, 'media'>,
  known: Partial<Particulars> = {},
): { readonly lacks: string } {
  const kind = media.startsWith('image/') ? 'photo' : 'other'
  return { lacks: lackingParticulars({ kind, issuer: '', document_no: '', ...known }) }
}
