import { columnLetters } from '@eduduty/core/collection'
import type { CodeList, Column, Register } from '@eduduty/core/packs'
import type { WriteSheet } from 'hucre/xlsx'

/** Name of the hidden sheet that holds the words of every drop-down. */
const DICTIONARY_SHEET = '字典'

/** The words of every drop-down, one column for each list; `rangeOf` gives the reference a drop-down points to. */
export interface Dictionary {
  readonly sheet: WriteSheet
  rangeOf(column: Column): string | undefined
}

/** Lists stand in a hidden sheet: a list written into the drop-down itself breaks beyond 255 letters. */
export function makeDictionary(register: Register, codes: readonly CodeList[]): Dictionary {
  const lists: { id: string; words: readonly string[] }[] = [{ id: 'yes_no', words: ['是', '否'] }]
  for (const column of register.columns) {
    const list = codes.find((one) => one.id === column.codes)
    if (list !== undefined && !lists.some((one) => one.id === list.id))
      lists.push({ id: list.id, words: list.codes.map((code) => code.title) })
  }
  const height = Math.max(...lists.map((list) => list.words.length))
  const rows = Array.from({ length: height }, (_, row) => lists.map((list) => list.words[row] ?? null))
  const rangeOf = (column: Column) => {
    const id = column.type === 'boolean' ? 'yes_no' : column.codes
    const at = lists.findIndex((list) => list.id === id)
    const words = lists[at]?.words.length ?? 0
    const letter = columnLetters(at)
    return at < 0 ? undefined : `'${DICTIONARY_SHEET}'!$${letter}$1:$${letter}$${words}`
  }
  return { sheet: { name: DICTIONARY_SHEET, rows, hidden: true, protection: { sheet: true } }, rangeOf }
}
