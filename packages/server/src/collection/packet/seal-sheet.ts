import type { Cell, WriteSheet } from 'hucre/xlsx'
import { packetSheets } from './packet-layout.ts'

/** Hidden: what the packet was issued with, and the signature over it. Texts, so that nothing is rounded. */
export function sealSheet(lines: readonly (readonly [string, string])[]): WriteSheet {
  const rows = [['请勿改动：本表用来核验离线包', ''], ...lines.map(([name, text]) => [name, text])]
  const cells = new Map<string, Partial<Cell>>()
  for (const [row, texts] of rows.entries())
    for (const [at, value] of texts.entries()) cells.set(`${row},${at}`, { value, style: { numFmt: '@' } })
  return {
    name: packetSheets.seal,
    cells,
    rows: rows.map(() => [null, null]),
    columns: [{ width: 28 }, { width: 60 }],
    hidden: true,
    protection: { sheet: true },
  }
}
