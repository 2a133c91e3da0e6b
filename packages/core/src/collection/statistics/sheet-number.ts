import type { StatisticsSheet } from '../../packs/index.ts'
import { type Grid, textAt } from '../grid.ts'
import { headingKey } from '../heading.ts'
import type { FullLayout } from './layouts.ts'

/** 教基3112, 基础基4211, 教基1102续: the series, the digits and whether the sheet is a continuation. */
interface SheetNumber {
  readonly series: string
  readonly digits: string
}

const NUMBER = /(教基|基础基|中职基|高基)(\d{3,4})(续?)/g
/** A sheet may be called by its digits alone: 3112, 3112_小学. A year is no number of a sheet: 2025年, 2024-2025学年. */
const BARE = /^(?!19\d\d|20[0-4]\d)(\d{4})(续?)(?!\d)/

function squeeze(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s()（）_\-—·]/g, '')
    .replace(/续表/g, '续')
}

function numbersIn(text: string, bare: boolean): readonly SheetNumber[] {
  const plain = squeeze(text)
  const named = [...plain.matchAll(NUMBER)].map(([, series = '', digits = '', more = '']) => ({
    series,
    digits: `${digits}${more}`,
  }))
  if (named.length > 0 || !bare) return named
  const found = BARE.exec(plain)
  return found === null ? [] : [{ series: '', digits: `${found[1] ?? ''}${found[2] ?? ''}` }]
}

const isSame = (left: SheetNumber, right: SheetNumber): boolean =>
  left.digits === right.digits && (left.series === right.series || left.series === '' || right.series === '')

const shown = ({ series, digits }: SheetNumber): string => `${series === '' ? '教基' : series}${digits}`

/** How a sheet says which one it is. */
export interface SheetIdentity {
  /** As printed in the sheet, else as the sheet is called. */
  readonly number: string | undefined
  /** Sheet name and print name different sheets. */
  readonly conflict?: { readonly named: string; readonly printed: string }
  is(sheet: StatisticsSheet): boolean
}

/** No title or number stands lower than this. */
const HEAD_ROWS = 12

/** Reads the number of a statistics sheet from its first rows and its name; `file` names the sheet of a csv file. */
export function identifySheet(grid: Grid): SheetIdentity {
  const texts: string[] = []
  for (let row = 0; row < Math.min(HEAD_ROWS, grid.height); row += 1)
    for (let at = 0; at < grid.width; at += 1) {
      const text = textAt(grid.sheet, row, at)
      if (text !== '') texts.push(text)
    }
  const printed = texts.flatMap((text) => numbersIn(text, false))[0]
  const named = numbersIn(grid.sheet.name.split('/').at(-1) ?? '', true)[0]
  const titles = new Set([...texts, grid.sheet.name].map(headingKey))
  const conflict =
    printed !== undefined && named !== undefined && !isSame(printed, named)
      ? { conflict: { named: shown(named), printed: shown(printed) } }
      : {}
  const own = printed ?? named
  return {
    number: own === undefined ? undefined : shown(own),
    ...conflict,
    is: (sheet) => {
      if (own === undefined) return sheet.title !== undefined && titles.has(headingKey(sheet.title))
      return [sheet.number, ...(sheet.synonyms ?? [])].some((number) =>
        numbersIn(number, true).some((wanted) => isSame(wanted, own)),
      )
    },
  }
}

/** The sheet of a layout that a sheet is, by number, else by title. */
export function findLayoutSheet(layout: FullLayout, identity: SheetIdentity): StatisticsSheet | undefined {
  return layout.sheets.find((sheet) => identity.is(sheet))
}
