import { cellAddress, parseAddress } from '@eduduty/core/collection'
import type { Register } from '@eduduty/core/packs'

/** File that cells typed on the pages stand in: 在线填报/石桥镇中心小学. */
export const onlineFile = (unit: string): string => `在线填报/${unit}`

/**
 * The address that a cell typed on a page would have in a sheet: a form stands with one item a line and its content in
 * column B, a roster with its headings in the first line.
 */
export function onlineAddress(register: Register, isRoster: boolean, ordinal: number, column: string): string {
  const at = register.columns.findIndex(({ id }) => id === column)
  return isRoster ? cellAddress(ordinal + 1, at) : cellAddress(at, 1)
}

/** The other way round: which row and column an address means; undefined where it means none. */
export function parseOnlineAddress(
  register: Register,
  isRoster: boolean,
  address: string,
): { readonly ordinal: number; readonly column: Register['columns'][number] } | undefined {
  const place = parseAddress(address)
  if (place === undefined) return undefined
  const column = register.columns[isRoster ? place.column : place.row]
  const ordinal = isRoster ? place.row - 1 : 0
  return column === undefined || ordinal < 0 ? undefined : { ordinal, column }
}
