import { parseAddress } from '../../collection/index.ts'
import type { Mention } from '../../evaluation/index.ts'
import type { KnownCell, KnownSentence } from './known-quantity.ts'

/** What the documents of a run say of its figures, as reports are held against it. */
export interface KnownMentions {
  readonly sentences: readonly KnownSentence[]
  readonly cells: readonly KnownCell[]
}

/** The sentences and the cells of tables in Word among mentions; what says nothing in words or stands in a workbook is left out. */
export function knownMentions(mentions: Iterable<Mention>): KnownMentions {
  const sentences = new Map<string, KnownSentence>()
  const cells = new Map<string, KnownCell>()
  for (const { document, place, text, figures } of mentions) {
    const [, table, address = ''] = /^(表\d+)!(.+)$/.exec(place) ?? []
    const at = table === undefined ? undefined : parseAddress(address)
    if (at !== undefined) cells.set(`${document} ${place}`, { table: `${document} ${table}`, ...at, text, figures })
    else if (/[\u3400-\u9fff]{3}/.test(text)) sentences.set(text, { text, figures })
  }
  return { sentences: [...sentences.values()], cells: [...cells.values()] }
}
