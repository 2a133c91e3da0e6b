import { type TidyText, tidyTyped } from '@eduduty/core/collection'
import type { CodeList, Column } from '@eduduty/core/packs'
import type { GridColumn } from './grid-model.ts'

/** Repairs and judges what was typed, by the rules and in the words of the reader of workbooks. */
export function tidyCell(column: GridColumn, typed: string): TidyText {
  const { rule, codes } = rulesOf(column)
  return tidyTyped(typed, rule, codes)
}

/** What a person reads in a cell: of a code its title. */
export function shownText(column: GridColumn, text: string): string {
  if (column.kind !== 'code' || text === '') return text
  return column.codes?.find((entry) => entry.code === text)?.title ?? text
}

interface Rules {
  readonly rule: Column
  readonly codes?: CodeList
}

const known = new WeakMap<GridColumn, Rules>()

function rulesOf(column: GridColumn): Rules {
  const found = known.get(column)
  if (found !== undefined) return found
  const { id, title, kind, unit, min, max, pattern, codes } = column
  const rule: Column = {
    id,
    title,
    type: kind,
    ...(unit !== undefined && { unit }),
    ...(min !== undefined && { min }),
    ...(max !== undefined && { max }),
    ...(pattern !== undefined && { pattern }),
  }
  const made: Rules =
    codes === undefined || codes.length === 0
      ? { rule }
      : {
          rule,
          codes: {
            id,
            title,
            codes: codes.map(({ code, title: word, synonyms }) => ({
              code,
              title: word,
              ...(synonyms !== undefined && { synonyms: [...synonyms] }),
            })),
          },
        }
  known.set(column, made)
  return made
}
